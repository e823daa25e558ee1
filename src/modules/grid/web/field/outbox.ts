// The page of the grid worker without a network: reports and track points wait on the telephone and are sent when there is one, each under
// its own key, so that the office takes none of them twice.
import { openOutbox, type WaitingPoint, type WaitingReport } from './outbox-store.ts'

const everyMs = 30_000
const form = document.querySelector<HTMLFormElement>('#report')
const list = document.querySelector<HTMLElement>('#outbox')
const track = document.querySelector<HTMLButtonElement>('#track')
const words = list?.dataset ?? {}
const opened = openOutbox()
let sending = false
let watching: number | undefined

if ('serviceWorker' in navigator) void keepPage()
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  void save(form)
})
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

/** Sends what waits, in order, until the network or the session ends. */
async function send(): Promise<void> {
  if (sending) return
  sending = true
  try {
    const store = await opened
    for (const report of await store.all('reports')) if (report.refused === null && !(await sendReport(report))) return
    await sendTrack()
  } catch {
    // No network: it waits for the next time.
  } finally {
    sending = false
    await show()
  }
}

/** Whether the next one may be tried. What was taken is removed; what is refused is kept and says why. */
async function sendReport(report: WaitingReport): Promise<boolean> {
  const store = await opened
  const { key, problem, photo, photoName } = report
  const answer = await fetch('/api/v1/grid/events', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': 'zh-CN' }, body: JSON.stringify(problem) })
  const { number, title } = (await answer.json()) as { readonly number?: string; readonly title?: string }
  if (number === undefined) {
    if (answer.status === 401 || answer.status >= 500 || answer.status === 429) return false
    await store.put('reports', { ...report, refused: title ?? '' })
    return true
  }
  if (photo !== null) {
    const kept = await fetch(`/api/v1/grid/events/${number}/photos?name=${encodeURIComponent(photoName)}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': `${key}-photo` }, body: photo })
    if (kept.status === 401 || kept.status >= 500) return false
  }
  await store.remove('reports', key)
  return true
}

async function sendTrack(): Promise<void> {
  const store = await opened
  const points = (await store.all('points')).slice(0, 500)
  if (points.length === 0) return
  const answer = await fetch('/api/v1/grid/track', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ points }) })
  if (answer.status === 401 || answer.status >= 500) return
  for (const { notedAt } of points) await store.remove('points', notedAt)
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
  const reports = await store.all('reports')
  list.dataset['count'] = String(reports.length)
  list.replaceChildren(...reports.map((report) => lineOf(report)))
}

async function forget(key: string): Promise<void> {
  const store = await opened
  await store.remove('reports', key)
  await show()
}

function lineOf({ key, title, refused }: WaitingReport): HTMLElement {
  const line = document.createElement('li')
  line.textContent = `${title}　${refused === null ? (words['waiting'] ?? '') : `${words['refused'] ?? ''}${refused}`}`
  if (refused !== null) {
    const remove = document.createElement('button')
    remove.className = 'btn btn-plain'
    remove.textContent = words['remove'] ?? ''
    remove.addEventListener('click', () => void forget(key))
    line.append(remove)
  }
  return line
}
