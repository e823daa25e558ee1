import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../portal-text.ts'

export const handle: PageHandle = { rooms: true, crumbs: () => [{ href: '/disclosure', text: say('guide') }] }

/** One letter of an application, for the applicant at /disclosure and for the disclosure institution: the first part of the address says which. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { number = '', documentId = '' } = params
  const application = new URL(request.url).pathname.split('/documents/')[0] ?? ''
  if (application.startsWith('/disclosure/')) signInFirst(context, request)
  else staffFirst(context, request)
  const document = await call(context, 'disclosure.get-document-words', { number, documentId })
  return paperOf(document, { back: { href: application, text: say('request', { number }) }, pdf: `/api/v1/disclosure/requests/${number}/documents/${documentId}` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

export default function LetterPage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
