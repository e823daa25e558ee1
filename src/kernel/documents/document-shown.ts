import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { composeDocument } from './compose.ts'
import { pdfOptionsOf } from './pdf.ts'
import { readDocumentFor, templateOf } from './read.ts'
import type { DocumentTemplate } from './template.ts'

const Fact = z.object({ label: z.string(), value: z.string() })

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['letterhead', 'number', 'addressee', 'paragraph']), text: z.string() }),
  z.object({ kind: z.literal('items'), items: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('table'), columns: z.array(z.object({ heading: z.string(), share: z.number() })).readonly(), rows: z.array(z.array(z.string()).readonly()).readonly() }),
  z.object({ kind: z.enum(['facts', 'signatures']), rows: z.array(Fact).readonly() }),
  z.object({ kind: z.literal('seal'), unit: z.string(), name: z.string(), date: z.string() }),
  z.object({ kind: z.literal('verification'), address: z.string(), code: z.string(), text: z.string() }),
])

/** A legal document as a page shows and prints it: the words of the PDF, block by block. */
export const DocumentShown = z.object({
  kind: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  /** Of a demonstration: it has no legal force and says so. */
  specimen: z.boolean(),
  blocks: z.array(Block).readonly(),
  foot: z.string().nullable(),
})

/** One that was issued under a number. */
export const IssuedDocumentShown = DocumentShown.extend({ number: z.string() })

/** The words of a document, for an operation that has decided who may read it. Recorded and refused as by `readDocumentFor`, throws as `templateOf`. */
export async function showDocument(ctx: Ctx, id: string, template: DocumentTemplate): Promise<z.input<typeof IssuedDocumentShown>> {
  const document = await readDocumentFor(ctx, id)
  const { kind, title, issuedOn, blocks, foot } = composeDocument(templateOf(ctx.services, document, template), document.data)
  return { kind, number: document.number, title, issuedOn, specimen: pdfOptionsOf(ctx.services).specimen === true, blocks, foot: foot ?? null }
}
