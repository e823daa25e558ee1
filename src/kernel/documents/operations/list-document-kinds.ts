import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { composeDocument } from '../compose.ts'
import { templateOn } from '../wording-in-force.ts'

/** The cursor is the last kind that was listed. */
export const listDocumentKinds = defineOperation({
  name: 'kernel.list-document-kinds',
  summary: 'Lists the kinds of legal documents with the article on which each rests, in the order of a case',
  kind: 'query',
  http: { method: 'GET', path: '/document-kinds' },
  access: { permission: 'documents:preview' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(100), cursor: z.string().min(1).max(60).optional() }),
  output: z.object({
    items: z.array(z.object({ kind: z.string(), title: z.string(), version: z.number(), layout: z.enum(['letter', 'certificate']), basis: z.string() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'All kinds', input: {} }],
  async run(ctx, { limit, cursor }) {
    const kinds = ctx.services.documentKinds
    const found = kinds.slice(kinds.findIndex(({ template }) => template.kind === cursor) + 1)
    const items = found.slice(0, limit).map(({ template, sample, basis }) => ({ kind: template.kind, title: composeDocument(templateOn(ctx.services, template, dayOf(ctx.now)), sample).title, version: template.version, layout: template.layout, basis }))
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.kind ?? null) : null }
  },
})
