// The page of the grid worker without a network: reports, steps and track points wait on the telephone and are sent when there is one, each
// under its own key, so that the office takes none of them twice.
import { lineOf, type Line, showTrack, sumOf } from './outbox-lines.ts'
import { sendReports, sendSteps, sendTrack } from './outbox-queue.ts'
import type { TrackCounts } from './outbox-send.ts'
import { openOutbox, type WaitingPoint } from './outbox-store.ts'
import { showTasks, stepIn, watchTasks } from './task-forms.ts'

const everyMs = 30_000
const form = document.querySelector<HTMLFormElement>('#report')
const list = document.querySelector<HTMLElement>('#outbox')
const track = document.querySelector<HTMLButtonElement>('#track')
const words = list?.dataset ?? {}
/** This page as the office made it; kept for want of a network it stays the same. */
const page = words['page'] ?? ''
const opened = openOutbox()
let sending = false
let watching: number | undefined
/** What the office said to the track since the page was opened. */
let trackTold: TrackCounts | undefined
let trackRefused: string | null = null

if ('serviceWorker' in navigator) void keepPage()
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  void save(form)
})
watchTasks((task) => void give(task))
track?.addEventListener('click', toggleTrack)
addEventListener('online', () => void send())
setInterval(() => void send(), everyMs)
void show().then(send)

/** Has the page and what it is made of kept for a time without a network. */
async function keepPage(): Promise<void> {
  await navigator.serviceWorker.register('/grid/field/worker.js', { scope: '/grid/field' })
  const { active } = await navigator.serviceWorker.ready
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => document.querySelector('#kept')?.removeAttribute('hidden'))
  port1.start()
  active?.postMessage(['/grid/field', ...files.map(({ pathname }) => pathname)], [port2])
}

async function save(from: HTMLFormElement): Promise<void> {
  const store = await opened
  const fields = new FormData(from)
  const photo = fields.get('photo')
  const told = [...fields].filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '' && field[0] !== 'key')
  const problem = Object.fromEntries(told)
  const chosen = from.querySelector<HTMLSelectElement>('[name=category]')?.selectedOptions[0]?.text ?? ''
  const hasPhoto = photo instanceof File && photo.size > 0
  await store.put('reports', { key: crypto.randomUUID(), problem, photo: hasPhoto ? photo : null, photoName: hasPhoto ? photo.name : '', title: `${chosen} ${problem['description'] ?? ''}`, refused: null })
  from.reset()
  await show()
  await send()
}

async function give(task: HTMLFormElement): Promise<void> {
  const store = await opened
  await store.put('steps', stepIn(task, new Date(performance.timeOrigin + performance.now())))
  await show()
  await send()
}

/** Sends what waits, in order, until the network or the session ends. */
async function send(): Promise<void> {
  if (sending) return
  sending = true
  try {
    const store = await opened
    if ((await sendReports(store)) && (await sendSteps(store, page))) await trackSent()
  } catch {
    // No network: it waits for the next time.
  } finally {
    sending = false
    await show()
  }
}

/** Sends a part of the track and says what became of it. Points that are refused are not sent again before the page is opened anew, perhaps by somebody else. */
async function trackSent(): Promise<void> {
  if (trackRefused !== null) return
  const answer = await sendTrack(await opened)
  if (answer?.kind === 'refused') trackRefused = answer.why
  if (answer?.kind === 'taken') trackTold = sumOf(trackTold, answer.told)
}

function toggleTrack(): void {
  if (watching !== undefined) {
    navigator.geolocation.clearWatch(watching)
    watching = undefined
  } else {
    watching = navigator.geolocation.watchPosition(({ coords, timestamp }) => void keepPoint({ notedAt: new Date(timestamp).toISOString(), longitude: coords.longitude, latitude: coords.latitude }), () => undefined, { enableHighAccuracy: true })
  }
  if (track !== null) track.textContent = (watching === undefined ? words['start'] : words['stop']) ?? ''
}

async function keepPoint(point: WaitingPoint): Promise<void> {
  const store = await opened
  await store.put('points', point)
}

/** What waits, and why it still does. */
async function show(): Promise<void> {
  if (list === null) return
  const store = await opened
  const steps = await store.all('steps')
  for (const { task } of steps.filter(({ takenOn }) => takenOn !== null && takenOn !== page)) await store.remove('steps', task)
  showTasks(await store.all('steps'))
  const reports = (await store.all('reports')).map((report) => lineWith({ ...report, forget: () => store.remove('reports', report.key) }))
  const waiting = steps.filter(({ takenOn }) => takenOn === null).map((step) => lineWith({ ...step, forget: () => store.remove('steps', step.task) }))
  list.dataset['count'] = String(reports.length + waiting.length)
  list.replaceChildren(...reports, ...waiting, ...(trackRefused === null ? [] : [await trackLine(trackRefused)]))
  if (trackTold !== undefined) showTrack(trackTold)
}

function lineWith(line: Omit<Line, 'words' | 'after'>): HTMLElement {
  return lineOf({ ...line, words, after: () => void show() })
}

async function trackLine(refused: string): Promise<HTMLElement> {
  const store = await opened
  const points = await store.all('points')
  const forget = async (): Promise<void> => {
    for (const { notedAt } of points) await store.remove('points', notedAt)
    trackRefused = null
  }
  return lineWith({ title: `${words['track'] ?? ''}${points.length}`, refused, forget })
}
