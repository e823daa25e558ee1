import { z } from 'zod'
import { type Access, type Ctx, defineOperation, type Example, FileAnswer, type Operation } from '#kernel/contract/operation.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import { IssuedDocumentShown, showDocument } from './document-shown.ts'
import { documentErrors } from './errors.ts'
import { renderDocument } from './read.ts'
import type { DocumentTemplate } from './template.ts'

/** What a business says to have its letters read, as PDF and as words: one line each, with the same rights. */
export interface DocumentView<N extends string, I extends z.ZodType> {
  /** Of the operation that gives the PDF: `disclosure.get-document`; `-words` is added for the words. */
  readonly name: N
  /** In English, for the API document: `a letter of an application`. */
  readonly subject: string
  /** Of the PDF below /api/v1; the words are at `{path}/words`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly input: I
  /** Refusals that `find` may answer with. */
  readonly refusals: readonly RefusalType[]
  readonly example: Example<z.input<I>>
  /** The document as this caller may read it; refuses not-found for the others. */
  find(ctx: Ctx, input: z.output<I>): Promise<FoundDocument>
}

interface FoundDocument {
  readonly id: string
  readonly template: DocumentTemplate
}

const Pdf = z.custom<FileAnswer>((value) => value instanceof FileAnswer)
const unreadable = [documentErrors.unknown, documentErrors.altered, documentErrors.forgotten] as const

/** Makes GET {path}: the document as PDF, always the same bytes. */
export function defineDocumentOperation<const N extends string, I extends z.ZodType>(view: DocumentView<N, I>): Operation<N, I, typeof Pdf> {
  return defineOperation({
    name: view.name,
    summary: `Gives ${view.subject} as PDF`,
    kind: 'query',
    http: { method: 'GET', path: view.path },
    access: view.access,
    input: view.input,
    output: Pdf,
    refusals: [...view.refusals, ...unreadable, documentErrors.glyphMissing],
    examples: [view.example],
    async run(ctx, input) {
      const { id, template } = await view.find(ctx, input)
      return renderDocument(ctx, id, template)
    },
  })
}

/** Makes GET {path}/words: what the PDF says, for a page that is read on a screen and printed as it stands. */
export function defineDocumentWordsOperation<const N extends string, I extends z.ZodType>(view: DocumentView<N, I>): Operation<`${N}-words`, I, typeof IssuedDocumentShown> {
  return defineOperation({
    name: `${view.name}-words`,
    summary: `Gives the words of ${view.subject}, block by block as the PDF has them`,
    kind: 'query',
    http: { method: 'GET', path: `${view.path}/words` },
    access: view.access,
    input: view.input,
    output: IssuedDocumentShown,
    refusals: [...view.refusals, ...unreadable],
    examples: [view.example],
    async run(ctx, input) {
      const { id, template } = await view.find(ctx, input)
      return showDocument(ctx, id, template)
    },
  })
}
