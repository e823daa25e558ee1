// Keeps the page of the grid worker and its files, so that it opens without a network. It never touches what is sent: that is the outbox's.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface ServiceWorkerScope extends EventTarget {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const scope = globalThis as unknown as ServiceWorkerScope
const kept = 'grid-field-1'
const page = '/grid/field'

scope.addEventListener('install', (event) => (event as ExtendableEvent).waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => (event as ExtendableEvent).waitUntil(scope.clients.claim()))

// The page names the files that it needs; they are fetched once more while there is a network.
scope.addEventListener('message', (event) => {
  const { data: addresses, ports } = event as MessageEvent<readonly string[]>
  const keep = async (): Promise<void> => {
    const cache = await caches.open(kept)
    await cache.addAll([...addresses])
    ports[0]?.postMessage('kept')
  }
  ;(event as unknown as ExtendableEvent).waitUntil(keep())
})

scope.addEventListener('fetch', (event) => {
  const asked = event as FetchEvent
  const { request } = asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !(pathname === page || pathname.startsWith('/assets/'))) return
  asked.respondWith(networkFirst(request))
})

/** What the network says, kept for later; without a network what was kept. A page that leads elsewhere, such as to the sign-in, is not kept. */
async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(kept)
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const before = await cache.match(request, { ignoreSearch: true })
    if (before === undefined) throw error
    return before
  }
}
