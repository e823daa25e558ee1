// What waits is sent in order. Nothing leaves the telephone unless the office took it or said that it leaves it out.
import { type Answer, sendPoints, sendReport, sendStep, type TrackCounts } from './outbox-send.ts'
import type { OutboxStore } from './outbox-store.ts'

/** As many points as the office takes at once. */
const mostPoints = 500

/** Whether all could be asked for. What was taken is removed; what is refused, be it only the photo, is kept and says why. */
export async function sendReports(store: OutboxStore): Promise<boolean> {
  for (const report of (await store.all('reports')).filter(({ refused }) => refused === null)) {
    const answer = await sendReport(report)
    if (answer.kind === 'later') return false
    if (answer.kind === 'taken') await store.remove('reports', report.key)
    else await store.put('reports', { ...report, refused: answer.why, ...(answer.kind === 'withoutPhoto' && { takenAs: answer.number }) })
  }
  return true
}

/** The same for steps; what was taken is remembered, without its photo, so that this page, by its key, does not ask for it again. */
export async function sendSteps(store: OutboxStore, page: string): Promise<boolean> {
  const waiting = (await store.all('steps')).filter(({ refused, takenOn }) => refused === null && takenOn === null)
  for (const step of waiting.toSorted((one, other) => (one.givenAt < other.givenAt ? -1 : 1))) {
    const answer = await sendStep(step)
    if (answer.kind === 'later') return false
    if (answer.kind === 'taken') await store.put('steps', { ...step, photo: null, input: {}, takenOn: page })
    else await store.put('steps', { ...step, refused: answer.why })
  }
  return true
}

/** Sends the first part of the track, and what the office said to it; undefined if no point waits. Points that are refused as a whole stay. */
export async function sendTrack(store: OutboxStore): Promise<Answer<TrackCounts> | undefined> {
  const points = (await store.all('points')).slice(0, mostPoints)
  if (points.length === 0) return undefined
  const answer = await sendPoints(points)
  if (answer.kind === 'taken') for (const { notedAt } of points) await store.remove('points', notedAt)
  return answer
}
