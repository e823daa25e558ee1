import type { OutputOf } from '#app'
import type { WaitingPoint, WaitingReport, WaitingStep } from './outbox-store.ts'

interface Refused {
  readonly kind: 'refused'
  readonly why: string
}
interface Later {
  readonly kind: 'later'
}

/** What the office says to something that waited: it took it, it refused it for a reason, or it cannot be asked now, without a session or while it is busy. */
export type Answer<T> = { readonly kind: 'taken'; readonly told: T } | Refused | Later

/** Of a report the office may also take all but the photo. */
export type ReportAnswer = { readonly kind: 'taken' } | { readonly kind: 'withoutPhoto'; readonly number: string; readonly why: string } | Refused | Later

/** How many points the office took, and how many it left out and why. */
export type TrackCounts = OutputOf<'grid.record-track'>

/** A report, then its photo. A photo that is refused does not take the report back. */
export async function sendReport({ key, problem, photo, photoName }: WaitingReport): Promise<ReportAnswer> {
  const taken = await post<{ readonly number: string }>('/events', key, problem)
  if (taken.kind !== 'taken' || photo === null) return taken
  const { number } = taken.told
  const kept = await post<unknown>(photosOf(number, photoName), `${key}-photo`, photo)
  return kept.kind === 'refused' ? { kind: 'withoutPhoto', number, why: kept.why } : kept
}

/** A step of an event: its photo first, since a look on the spot is nothing without one (G-03). */
export async function sendStep({ key, number, step, input, photo, photoName }: WaitingStep): Promise<Answer<unknown>> {
  const kept = photo === null ? undefined : await post<unknown>(photosOf(number, photoName), `${key}-photo`, photo)
  if (kept !== undefined && kept.kind !== 'taken') return kept
  return post<unknown>(`/events/${number}/${step}`, key, input)
}

/** Points change nothing when they are sent again, so that they need no key. */
export async function sendPoints(points: readonly WaitingPoint[]): Promise<Answer<TrackCounts>> {
  return post<TrackCounts>('/track', undefined, { points })
}

function photosOf(number: string, name: string): string {
  return `/events/${number}/photos?name=${encodeURIComponent(name)}`
}

async function post<T>(path: string, key: string | undefined, body: Blob | object): Promise<Answer<T>> {
  const isFile = body instanceof Blob
  const headers = { 'content-type': isFile ? 'application/octet-stream' : 'application/json', 'accept-language': 'zh-CN', ...(key !== undefined && { 'idempotency-key': key }) }
  const answer = await fetch(`/api/v1/grid${path}`, { method: 'POST', headers, body: isFile ? body : JSON.stringify(body) })
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return { kind: 'later' }
  if (answer.ok) return { kind: 'taken', told: (await answer.json()) as T }
  // What stands between telephone and office may refuse with a page of its own.
  const { title } = await answer.json().then((problem) => problem as { readonly title?: string }, () => ({ title: undefined }))
  return { kind: 'refused', why: title ?? '' }
}
