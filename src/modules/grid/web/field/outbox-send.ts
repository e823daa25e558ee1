import type { WaitingPoint, WaitingReport, WaitingStep } from './outbox-store.ts'

/** What the office says to something that waited: it took it, it refused it for a reason, or it cannot be asked now, without a session or while it is busy. */
export type Answer = { readonly kind: 'taken'; readonly number: string | undefined } | { readonly kind: 'refused'; readonly why: string } | { readonly kind: 'later' }

/** A report, then its photo. A photo that is refused does not take the report back. */
export async function sendReport({ key, problem, photo, photoName }: WaitingReport): Promise<Answer> {
  const taken = await post('/events', key, problem)
  if (taken.kind !== 'taken' || taken.number === undefined || photo === null) return taken
  const kept = await post(photosOf(taken.number, photoName), `${key}-photo`, photo)
  return kept.kind === 'later' ? kept : taken
}

/** A step of an event: its photo first, since a look on the spot is nothing without one (G-03). */
export async function sendStep({ key, number, step, input, photo, photoName }: WaitingStep): Promise<Answer> {
  const kept = photo === null ? undefined : await post(photosOf(number, photoName), `${key}-photo`, photo)
  if (kept !== undefined && kept.kind !== 'taken') return kept
  return post(`/events/${number}/${step}`, key, input)
}

/** Points change nothing when they are sent again, so that they need no key. */
export async function sendPoints(points: readonly WaitingPoint[]): Promise<Answer> {
  return post('/track', undefined, { points })
}

function photosOf(number: string, name: string): string {
  return `/events/${number}/photos?name=${encodeURIComponent(name)}`
}

async function post(path: string, key: string | undefined, body: Blob | object): Promise<Answer> {
  const isFile = body instanceof Blob
  const headers = { 'content-type': isFile ? 'application/octet-stream' : 'application/json', 'accept-language': 'zh-CN', ...(key !== undefined && { 'idempotency-key': key }) }
  const answer = await fetch(`/api/v1/grid${path}`, { method: 'POST', headers, body: isFile ? body : JSON.stringify(body) })
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return { kind: 'later' }
  const { number, title } = (await answer.json()) as { readonly number?: string; readonly title?: string }
  return answer.ok ? { kind: 'taken', number } : { kind: 'refused', why: title ?? '' }
}
