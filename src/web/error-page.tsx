import { isRouteErrorResponse } from 'react-router'
import { isRefusalShown, type RefusalShown } from './refusals.ts'
import { say, type ShellTextKey } from './text.ts'

interface ErrorWords {
  readonly title: string
  readonly next: string
}

const wordsOfStatus: Readonly<Record<number, readonly [title: ShellTextKey, next: ShellTextKey]>> = {
  400: ['error.invalid', 'error.invalid.next'],
  401: ['error.sign-in', 'error.sign-in.next'],
  403: ['error.forbidden', 'error.forbidden.next'],
  404: ['error.not-found', 'error.not-found.next'],
  405: ['error.invalid', 'error.invalid.next'],
  409: ['error.conflict', 'error.conflict.next'],
  413: ['error.too-large', 'error.too-large.next'],
  429: ['error.limit', 'error.limit.next'],
  503: ['error.unavailable', 'error.unavailable.next'],
  507: ['error.unavailable', 'error.unavailable.next'],
}

/** The words for a failure: a refusal has its own title, a status has ours, everything else is our fault. */
export function errorWords(error: unknown): ErrorWords {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const [title, next] = wordsOfStatus[status] ?? (status < 500 ? wordsOfStatus[400] : undefined) ?? ['error.fault', 'error.fault.next']
  const refusal = refusalOf(error)
  return { title: refusal?.title ?? say(title), next: say(next) }
}

interface ErrorPageProps {
  readonly error: unknown
  readonly requestId: string | undefined
  readonly servicePhone: string | undefined
}

/** Says what happened, what to do now, and the number to quote. Never a stack trace. */
export function ErrorPage({ error, requestId, servicePhone }: ErrorPageProps) {
  const { title, next } = errorWords(error)
  const needsSignIn = isRouteErrorResponse(error) && error.status === 401
  const refusal = refusalOf(error)
  return (
    <div className="wrap">
      <div className="stack page-h">
        <h1>{title}</h1>
        <p>{next}</p>
        {servicePhone ? <p>{say('error.phone', { phone: servicePhone })}</p> : null}
        <div className="actions">
          <a className="btn" href={needsSignIn ? '/sign-in' : '/'}>
            {say(needsSignIn ? 'error.to-sign-in' : 'error.to-home')}
          </a>
          <a className="btn btn-plain" href="/progress">
            {say('error.to-progress')}
          </a>
        </div>
        <dl className="facts facts-l">
          {requestId ? <ErrorFact term={say('error.reference')} value={requestId} /> : null}
          {refusal ? <ErrorFact term={say('error.code')} value={refusal.code} /> : null}
        </dl>
      </div>
    </div>
  )
}

function ErrorFact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}

function refusalOf(error: unknown): RefusalShown | undefined {
  return isRouteErrorResponse(error) && isRefusalShown(error.data) ? error.data : undefined
}
