import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { DocumentPaper, paperOf, paperTitle } from '#web/document-paper.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say } from './text.ts'

export const handle: PageHandle = { rooms: true }

/** The face of a certificate as a sheet to look at and to print; who has none, or one that does not hold, is told so. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const identifier = params['identifier'] ?? ''
  const certificate = encodeURIComponent(identifier)
  return paperOf(await call(context, 'certificates.get-face', { identifier }), { back: { href: `/certificates/${certificate}`, text: say('certificate.back') }, pdf: `/api/v1/certificates/${certificate}/pdf` })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [paperTitle(loaderData)]
}

export default function FacePage() {
  return <DocumentPaper paper={useLoaderData<typeof loader>()} />
}
