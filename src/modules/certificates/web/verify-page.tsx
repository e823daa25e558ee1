import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { statusOf } from '#web/refusals.ts'
import { say } from './text.ts'
import { CertificateVerdict, DocumentVerdict } from './verify-verdict.tsx'

const certificatePrefix = '1.2.156.3005.2.'

/** Anybody who holds a sheet or a certificate may ask; the address of the answer is the one in its QR code. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const typed = search.get('code')?.trim()
  if (typed !== undefined && typed !== '') throw redirect(`/verify/${encodeURIComponent(typed)}`)
  const code = params['code'] ?? ''
  const nothing = { code, certificate: null, document: null, problem: null }
  if (code === '') return data(nothing)
  if (code.toUpperCase().startsWith(certificatePrefix)) {
    const digits = search.get('digits')?.trim()
    const answer = await attempt(context, 'certificates.verify', { identifier: code, ...(digits && { holderDigits: digits }) })
    return answer.ok ? data({ ...nothing, certificate: withoutName(answer.value) }) : refused(nothing, answer.refusal.kind)
  }
  const answer = await attempt(context, 'kernel.verify-document', { code })
  return answer.ok ? data({ ...nothing, document: answer.value }) : refused(nothing, answer.refusal.kind)
}

/** The name of the holder is left out of the page altogether: whether the asker knows his number is enough. */
function withoutName<T extends { readonly holder: string | null }>(certificate: T): Omit<T, 'holder'> {
  const { holder: _, ...rest } = certificate
  return rest
}

function refused<T extends object>(nothing: T, kind: Parameters<typeof statusOf>[0]) {
  return data({ ...nothing, problem: say(kind === 'invalid' ? 'verify.unreadable' : 'verify.unknown') }, { status: statusOf(kind) })
}

export function meta({ loaderData }: { readonly loaderData?: { readonly code: string } }) {
  return [{ title: loaderData?.code ? say('verify.of', { code: loaderData.code }) : say('verify') }]
}

export default function VerifyPage() {
  const { code, certificate, document, problem } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('verify')}</h1>
        <p>{say('verify.lead')}</p>
      </div>
      {problem === null ? null : <ErrorSummary title={say('verify.problem')} problems={[{ id: 'code', text: problem }]} />}
      {certificate ? <CertificateVerdict certificate={certificate} /> : null}
      {document ? <DocumentVerdict document={document} /> : null}
      <form className="mt" action="/verify" method="get">
        <Field id="code" label={say('verify.code')} hint={say('verify.code.hint')} error={problem ?? undefined}>
          {(ids) => <TextInput {...ids} name="code" defaultValue={code} autoComplete="off" required maxLength={128} />}
        </Field>
        <p className="mt">
          <Button>{say('verify.ask')}</Button>
        </p>
      </form>
    </div>
  )
}
