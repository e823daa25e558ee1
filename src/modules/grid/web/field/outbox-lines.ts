// The lines of the list of what waits, and of what became of the track.
import { numberPlace } from './number-place.ts'
import type { TrackCounts } from './outbox-send.ts'
import type { WaitingReport } from './outbox-store.ts'

/** What stands in a line, the words of the page, and what follows when the worker removes it. */
export interface Line extends Pick<WaitingReport, 'title' | 'refused' | 'takenAs'>, Partial<Pick<WaitingReport, 'photo' | 'photoName'>> {
  readonly words: Readonly<Record<string, string | undefined>>
  readonly forget: () => Promise<void>
  readonly after: () => void
}

/** What waits, or why the office did not take it; a report that it took without its photo names the event, where the photo can be added. */
export function lineOf(line: Line): HTMLElement {
  const { title, refused, takenAs, photo, words, forget, after } = line
  const element = document.createElement('li')
  const why = refused === '' ? words['unexplained'] : refused
  const reason = takenAs === undefined ? `${words['refused'] ?? ''}${why ?? ''}` : `${words['sent']?.replace(numberPlace, takenAs) ?? ''}${words['photoLost'] ?? ''}${why ?? ''}`
  element.textContent = `${title}　${refused === null ? (words['waiting'] ?? '') : reason}`
  if (takenAs !== undefined) element.append('　', linkTo(takenAs))
  if (takenAs !== undefined && photo instanceof Blob) element.append(button(words['savePhoto'], () => savePhoto(photo, line.photoName ?? '')))
  if (refused !== null) element.append(button(words['remove'], () => void forget().then(after)))
  return element
}

/** What became of the points that were sent: those taken, and of those left out how many for which reason. */
export function showTrack(counts: TrackCounts): void {
  const told = document.querySelector<HTMLElement>('#track-told')
  const words = told?.dataset ?? {}
  const left = (['outside', 'past', 'ahead'] as const).filter((reason) => counts[reason] > 0)
  const lines = [[words['taken'], counts.added + counts.known] as const, ...left.map((reason) => [words[reason], counts[reason]] as const)]
  told?.replaceChildren(...lines.map(([word, count]) => {
    const element = document.createElement('li')
    element.textContent = `${word ?? ''}${count}`
    return element
  }))
}

/** The counts of two sendings together. */
export function sumOf(one: TrackCounts | undefined, other: TrackCounts): TrackCounts {
  if (one === undefined) return other
  return { added: one.added + other.added, known: one.known + other.known, outside: one.outside + other.outside, past: one.past + other.past, ahead: one.ahead + other.ahead }
}

function linkTo(number: string): HTMLElement {
  const link = document.createElement('a')
  link.href = `/grid-office/events/${number}`
  link.textContent = number
  return link
}

function button(label: string | undefined, press: () => void): HTMLElement {
  const element = document.createElement('button')
  element.className = 'btn btn-plain'
  element.textContent = label ?? ''
  element.addEventListener('click', press)
  return element
}

/** Puts the photo among the files of the telephone: the camera may have kept none. */
function savePhoto(photo: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(photo)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
