// The one script of pages that keep themselves up to date. The server says that something changed, nothing more; then the part of the
// page is asked for again, by whoever looks at it. Where no stream comes through, the part is asked for now and then instead.

const pollMs = 30_000
/** Times that pass by themselves, as days left, are brought up to date with a stream too. */
const renewMs = 5 * 60_000
/** After a change each page waits a moment of its own, so that not all ask at once. */
const spreadMs = 1_500

let source: EventSource | undefined
let polling: ReturnType<typeof setInterval> | undefined
let asking: ReturnType<typeof setTimeout> | undefined
let seen = ''

const parts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-live]')]

function start(): void {
  const [first] = parts()
  if (first === undefined || document.visibilityState !== 'visible') return
  seen ||= first.dataset['seen'] ?? ''
  polling = setInterval(askSoon, renewMs)
  source = new EventSource(`/live?topics=${first.dataset['live'] ?? ''}&seen=${seen}`)
  source.addEventListener('changed', (event) => {
    seen = event.lastEventId
    askSoon()
  })
  // A refusal closes for good; a broken line is tried again by the browser, after the while that the server named.
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return
    clearInterval(polling)
    polling = setInterval(askSoon, pollMs)
  }
}

function stop(): void {
  source?.close()
  clearInterval(polling)
  source = polling = undefined
}

/** What changes meanwhile is seen with the same question. */
function askSoon(): void {
  const restMs = Math.max(0, ...parts().map(({ dataset }) => Number(dataset['rest'] ?? 0) * 1_000))
  asking ??= setTimeout(() => {
    asking = undefined
    void renew()
  }, restMs + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255) * spreadMs)
}

async function renew(): Promise<void> {
  for (const [from, shown] of Map.groupBy(parts(), (part) => part.dataset['from'] ?? location.href)) {
    try {
      const answer = await fetch(from, { headers: { accept: 'text/html' } })
      if (answer.redirected) return stop()
      if (answer.ok) exchange(shown, new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch {
      // The line is broken; the next change or the next while asks again.
    }
  }
}

/** Puts new parts in the place of old ones; what was ticked stays ticked, what is open stays open, and the focus stays where it was. */
function exchange(shown: readonly HTMLElement[], fresh: Document): void {
  for (const old of shown) {
    const next = fresh.getElementById(old.id)
    if (next === null || next.innerHTML === old.innerHTML) continue
    const focused = old.contains(document.activeElement) ? handleOf(document.activeElement) : undefined
    const ticked = [...old.querySelectorAll<HTMLInputElement>('input:checked')].map(handleOf)
    const open = [...old.querySelectorAll('details[open] > summary')].map(handleOf)
    old.replaceChildren(...document.importNode(next, true).childNodes)
    for (const element of old.querySelectorAll('input, a, button, summary')) {
      const handle = handleOf(element)
      if (element instanceof HTMLInputElement && ticked.includes(handle)) element.checked = true
      if (open.includes(handle) && element.parentElement instanceof HTMLDetailsElement) element.parentElement.open = true
      if (handle === focused && element instanceof HTMLElement) element.focus({ preventScroll: true })
    }
  }
}

/** By what an element is known again in the new part. */
function handleOf(element: Element | null): string {
  const told = ['id', 'name', 'value', 'href'].map((name) => element?.getAttribute(name) ?? '')
  return `${element?.tagName} ${told.join(' ')} ${told.every((text) => text === '') ? (element?.textContent ?? '') : ''}`
}

document.addEventListener('visibilitychange', () => {
  stop()
  start()
})
start()
