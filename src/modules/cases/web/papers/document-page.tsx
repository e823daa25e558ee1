import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { call } from '#web/call.ts'
import { DocumentSheet, verifyAddressOf } from '#web/document-sheet.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { qrMatrix } from '#web/qr-matrix.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../portal/text.ts'

export const handle: PageHandle = { rooms: true }

/** One legal document of a case, for the applicant at /matters and for staff in their rooms: the first part of the address says which. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { number = '', documentId = '' } = params
  const url = new URL(request.url)
  const matter = url.pathname.split('/documents/')[0] ?? ''
  if (matter.startsWith('/matters/')) signInFirst(context, request)
  else staffFirst(context, request)
  const document = await call(context, 'cases.get-document-words', { number, documentId })
  const address = verifyAddressOf(document)
  return { document, matter, pdf: `/api/v1/cases/${number}/documents/${documentId}`, check: address === undefined ? undefined : { qr: qrMatrix(address), path: new URL(address).pathname } }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData ? `${loaderData.document.title} ${loaderData.document.number}` : say('matter.documents') }]
}

/** The document as a sheet of paper: what the browser prints of this page is the sheet and nothing else. */
export default function DocumentPage() {
  const { document, matter, pdf, check } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="wrap no-print">
        <p className="meta mt">
          <a href={matter}>{say('paper.back')}</a>
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
