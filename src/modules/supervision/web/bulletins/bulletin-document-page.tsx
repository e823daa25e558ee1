import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const document = await call(context, 'supervision.get-bulletin-document-words', { number })
  return paperOf(document, { back: { href: `/supervision/bulletins/${number}`, text: say('bulletin', { number }) }, pdf: `/api/v1/bulletins/${number}/document` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

/** A bulletin as it was issued. */
export default function BulletinDocumentPage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
