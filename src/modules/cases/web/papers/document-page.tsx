import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import type { PageHandle } from '#web/page-handle.ts'
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
  return paperOf(document, { back: { href: matter, text: say('paper.back') }, pdf: `/api/v1/cases/${number}/documents/${documentId}` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

export default function DocumentPage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
