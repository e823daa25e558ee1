import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { lintItem } from '../rules/lint-item.ts'
import { ItemDraft, otherVersionsOf } from '../save-draft-of.ts'
import { FindingAnswer, ImplementCode } from '../schema/answers.ts'
import { readLintLists } from '../store/lists.ts'
import { exampleDraft } from './save-draft-example.ts'

/** A number that no version has: what is being typed is compared with all that stand. */
const NOT_SAVED = 1_000_000

/** What the rules would say of a draft if it were saved as it is; nothing is kept. */
export const checkDraft = defineOperation({
  name: 'catalogue.check-draft',
  summary: 'What the rules of the catalogue would say of a draft as it is being written; nothing is saved',
  kind: 'query',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/draft/findings' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({ implementCode: ImplementCode, item: ItemDraft }),
  output: z.object({ findings: z.array(FindingAnswer).readonly() }),
  refusals: [],
  examples: [{ summary: 'A record as an editor has it on his screen', input: { implementCode: exampleDraft.implementCode, item: exampleDraft } }],
  async run(ctx, { implementCode, item }) {
    const written = { ...item, version: NOT_SAVED, state: 'DRAFT' as const, effectiveFrom: dayOf(ctx.now), effectiveTo: null }
    return { findings: lintItem(written, { ...(await readLintLists(ctx.db)), otherVersions: await otherVersionsOf(ctx, NOT_SAVED, implementCode) }) }
  },
})
