import type { OutputOf } from '#app'
import type { QrMatrix } from '#ui/qr-path.ts'
import { Sheet, type SheetBlock } from '#ui/sheet.tsx'
import { say } from './text.ts'

/** The words of a legal document, as the operations of the modules answer them. */
export type DocumentWords = Omit<OutputOf<'cases.get-document-words'>, 'number'>

interface DocumentSheetProps {
  readonly document: DocumentWords
  /** The code of the address that verifies it. */
  readonly qr: QrMatrix | undefined
  readonly heading?: 'h1' | 'h2' | undefined
}

/** A legal document on A4: printed from the page it reads like the PDF; the PDF alone is sealed and exact. */
export function DocumentSheet({ document, qr, heading }: DocumentSheetProps) {
  const { blocks } = document
  const text = (kind: 'letterhead' | 'number'): string => blocks.flatMap((block) => (block.kind === kind ? [block.text] : [])).join('')
  const seal = blocks.find((block) => block.kind === 'seal')
  const check = blocks.find((block) => block.kind === 'verification')
  return (
    <Sheet
      id="sheet"
      heading={heading}
      specimen={document.specimen ? say('sheet.specimen') : undefined}
      issuer={text('letterhead') || (seal?.unit ?? '')}
      title={[document.title]}
      number={text('number')}
      blocks={blocks.flatMap(sheetBlock)}
      issuedOn={seal?.date ?? ''}
      seal={seal?.name ?? ''}
      check={check && qr ? { code: { matrix: qr, label: say('sheet.check') }, lines: [check.text, check.address, ...(document.foot === null ? [] : [document.foot])] } : undefined}
    />
  )
}

/** The address that the code of a document leads to. */
export function verifyAddressOf({ blocks }: DocumentWords): string | undefined {
  return blocks.find((block) => block.kind === 'verification')?.address
}

function sheetBlock(block: DocumentWords['blocks'][number]): readonly SheetBlock[] {
  switch (block.kind) {
    case 'addressee':
      return [{ kind: 'addressee', text: block.text }]
    case 'paragraph':
      return [{ kind: 'paragraphs', texts: [block.text] }]
    case 'items':
      return [{ kind: 'paragraphs', texts: block.items }]
    case 'table':
      return [{ kind: 'table', head: block.columns.map(({ heading }) => heading), rows: block.rows }]
    case 'facts':
    case 'signatures':
      return [{ kind: block.kind, rows: block.rows }]
    default:
      return []
  }
}
