import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { number = '', documentId = '' } = params
  const document = await call(context, 'hotline.get-order-document-words', { number, documentId })
  return paperOf(document, { back: { href: `/hotline/orders/${number}`, text: say('order.title', { number }) }, pdf: `/api/v1/hotline/orders/${number}/documents/${documentId}` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

/** 督办单 or 通报批评 of an order. */
export default function LetterPage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
