import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { changeAfter, changeOn } from '#kernel/settings/change.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { documentErrors } from '../errors.ts'
import { getWordable, wordingKey, wordingOf } from '../wording-in-force.ts'
import { DocumentKindName, ShownWordingChange } from '../wording-schema.ts'
import { wordableTexts } from '../wording.ts'

/** Later than anything that anybody decides. */
const lastDay: Day = '9999-12-31'

/** The texts of a kind of document as shipped and as they are in force, and every change of them, the latest day first. */
export const getDocumentKind = defineOperation({
  name: 'kernel.get-document-kind',
  summary: 'Shows the texts of a kind of legal document, as shipped and as they are in force, and every change of them',
  kind: 'query',
  http: { method: 'GET', path: '/document-kinds/{kind}' },
  access: { permission: 'documents:preview' },
  input: z.object({ kind: DocumentKindName }),
  output: z.object({
    kind: z.string(),
    title: z.string(),
    basis: z.string(),
    /** `latest`: as the last decision has it, also one whose day is still to come: whoever words it anew begins with that. */
    texts: z.array(z.object({ shipped: z.string(), inForce: z.string(), latest: z.string() })),
    since: Day.nullable(),
    next: Day.nullable(),
    changes: z.array(ShownWordingChange),
  }),
  refusals: [documentErrors.kindUnknown],
  examples: [{ summary: 'The notice of acceptance', input: { kind: 'acceptanceVoucher' } }],
  async run(ctx, { kind }) {
    const { template, basis } = getWordable(ctx, kind)
    const changes = ctx.services.settings.changesOf(wordingKey(kind))
    const current = changeOn(changes, dayOf(ctx.now))
    const wording = current === undefined ? {} : wordingOf(current)
    const last = changeOn(changes, lastDay)
    const decided = last === undefined ? {} : wordingOf(last)
    return {
      kind,
      title: wording[template.title] ?? template.title,
      basis,
      texts: wordableTexts(template).map((shipped) => ({ shipped, inForce: wording[shipped] ?? shipped, latest: decided[shipped] ?? shipped })),
      since: current?.validFrom ?? null,
      next: changeAfter(changes, dayOf(ctx.now))?.validFrom ?? null,
      changes: changes.map((change) => ({ validFrom: change.validFrom, reason: change.reason, document: change.document, decidedAt: instantText(change.decidedAt), by: change.by, changed: Object.keys(wordingOf(change)).length, withdrawn: change.withdrawn !== null })).toReversed(),
    }
  },
})
