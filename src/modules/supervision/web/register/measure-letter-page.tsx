import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const document = await call(context, 'supervision.get-measure-document-words', { number })
  return paperOf(document, { back: { href: `/supervision/measures/${number}`, text: say('measure', { number }) }, pdf: `/api/v1/measures/${number}/document` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

/** The letter, card or advice of a measure. */
export default function MeasureLetterPage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
