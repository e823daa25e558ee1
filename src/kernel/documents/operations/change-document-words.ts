import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { changeOn } from '#kernel/settings/change.ts'
import { settingErrors } from '#kernel/settings/errors.ts'
import { localRuleLifecycle } from '#kernel/settings/lifecycle.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { composeDocument } from '../compose.ts'
import { documentErrors } from '../errors.ts'
import { drawPdf } from '../pdf.ts'
import { getWordable, holdWording, wordingKey, wordingOf } from '../wording-in-force.ts'
import { DocumentKindName, wordingFrom, WordingTexts } from '../wording-schema.ts'
import { checkWording, worded } from '../wording.ts'

/** The office's own words for a legal document from a day on that is still to come; what was issued before keeps the words of its day. */
export const changeDocumentWords = defineOperation({
  name: 'kernel.change-document-words',
  summary: 'Changes the words of a kind of legal document from a day on; every placeholder stays',
  kind: 'command',
  http: { method: 'POST', path: '/document-kinds/{kind}/words', status: 201 },
  access: { permission: 'settings:change' },
  input: z.object({
    kind: DocumentKindName,
    texts: WordingTexts,
    validFrom: Day,
    /** About the words, not about persons: it stands in the ledger. */
    reason: z.string().trim().min(1).max(500),
    document: z.string().trim().min(1).max(200),
  }),
  output: z.object({ kind: z.string(), validFrom: Day, changed: z.int() }),
  refusals: [documentErrors.kindUnknown, documentErrors.wordingUnfit, documentErrors.glyphMissing, settingErrors.dayHasBegun, settingErrors.alreadySet, settingErrors.unchanged],
  examples: [{ summary: 'Another title of the notice of acceptance', input: { kind: 'acceptanceVoucher', texts: ['行政许可受理通知书'], validFrom: '2026-10-09', reason: '统一文书名称', document: '穗花政数〔2026〕18号' } }],
  async run(ctx, { kind, texts, validFrom, reason, document }) {
    const { template, sample } = getWordable(ctx, kind)
    const wording = wordingFrom(template, texts)
    must(checkWording(template, wording))
    if (validFrom <= dayOf(ctx.now)) throw new Refusal(settingErrors.dayHasBegun, { today: dayOf(ctx.now) }, [{ pointer: '/validFrom', code: settingErrors.dayHasBegun.code }])
    const { changes, matter } = await holdWording(ctx, kind)
    if (changes.some((change) => change.withdrawn === null && change.validFrom === validFrom)) throw new Refusal(settingErrors.alreadySet, { validFrom }, [{ pointer: '/validFrom', code: settingErrors.alreadySet.code }])
    const before = changeOn(changes, validFrom)
    const value = JSON.stringify(wording)
    if (value === JSON.stringify(before === undefined ? {} : wordingOf(before))) throw new Refusal(settingErrors.unchanged)
    // A sign that no font has would leave documents that are issued and can never be drawn. The specimen does not say every sentence.
    const specimen = composeDocument(worded(template, wording), sample)
    await drawPdf({ ...specimen, blocks: [...specimen.blocks, { kind: 'items', items: Object.values(wording) }] }, { specimen: true })
    const step = { command: 'change', to: 'inForce', detail: { validFrom, value, reason, document } } as const
    ctx.services.freshness.expectChange()
    if (matter !== undefined) await recordStep(ctx, localRuleLifecycle, matter, step)
    else await openMatter(ctx, { id: newId(ctx.now.getTime()), number: wordingKey(kind), kind: localRuleLifecycle.kind, regionCode: '', subjectId: null, itemVersionId: null, leadUnitId: null, channel: 'office' }, step)
    return { kind, validFrom, changed: Object.keys(wording).length }
  },
})
