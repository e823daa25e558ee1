import type { OutputOf } from '#app'
import { Actions, ButtonLink } from '#ui/button.tsx'
import type { LinkTo } from '#ui/link-to.ts'
import type { QrMatrix } from '#ui/qr-path.ts'
import { DocumentSheet, verifyAddressOf } from './document-sheet.tsx'
import { qrMatrix } from './qr-matrix.ts'
import { say } from './text.ts'

type IssuedDocument = OutputOf<'cases.get-document-words'>

interface Ways {
  /** The page of what the document belongs to. */
  readonly back: LinkTo
  /** Where its PDF is read. */
  readonly pdf: string
}

/** An issued document as its page shows it; what a loader answers. */
interface Paper extends Ways {
  readonly document: IssuedDocument
  readonly check: { readonly qr: QrMatrix; readonly path: string } | undefined
}

export function paperOf(document: IssuedDocument, ways: Ways): Paper {
  const address = verifyAddressOf(document)
  return { document, ...ways, check: address === undefined ? undefined : { qr: qrMatrix(address), path: new URL(address).pathname } }
}

/** The title of the page of a document, for its `meta`. */
export function paperTitle(paper: Paper | undefined): { readonly title: string } {
  return { title: paper === undefined ? say('paper') : `${paper.document.title} ${paper.document.number}` }
}

/** One issued document as a sheet of paper: what the browser prints of this page is the sheet and nothing else. Its route has `rooms`. */
export function DocumentPaper({ paper: { document, back, pdf, check } }: { readonly paper: Paper }) {
  return (
    <>
      <div className="wrap no-print">
        <p className="meta mt">
          <a href={back.href}>{back.text}</a>
        </p>
        <p className="mt-s">{say('paper.print')}</p>
        <Actions>
          <ButtonLink href={pdf}>{say('paper.pdf')}</ButtonLink>
          {check ? (
            <ButtonLink href={check.path} kind="plain">
              {say('paper.verify')}
            </ButtonLink>
          ) : null}
        </Actions>
      </div>
      <div className="wrap papers">
        <DocumentSheet document={document} qr={check?.qr} heading="h1" />
      </div>
    </>
  )
}
