/** A report as it waits on the telephone. */
export interface WaitingReport {
  readonly key: string
  readonly problem: Readonly<Record<string, string>>
  readonly photo: Blob | null
  readonly photoName: string
  readonly title: string
  /** Why the office refused it, or only its photo; it stays until the worker removes it. */
  readonly refused: string | null
  /** The number of the event, if the office took all but the photo. */
  readonly takenAs?: string
}

/** A step of an event as it waits, or as it was taken, as long as the page shows the tasks as they were before. */
export interface WaitingStep {
  /** The task: one step of one event with its due date. It is given once. */
  readonly task: string
  /** The idempotency key: however often it is sent, the office takes it once. */
  readonly key: string
  readonly number: string
  readonly step: string
  readonly input: Readonly<Record<string, string>>
  readonly photo: Blob | null
  readonly photoName: string
  readonly title: string
  readonly refused: string | null
  /** Where the step stands among the others: they are sent in the order in which they were given. */
  readonly givenAt: string
  /** The page, by its own key, on which the office took it; null while it waits. A page made afterwards shows what is left to do, be it the same step again. */
  readonly takenOn: string | null
}

/** A point of the track as it waits. */
export interface WaitingPoint {
  readonly notedAt: string
  readonly longitude: number
  readonly latitude: number
}

interface Kept {
  readonly reports: WaitingReport
  readonly steps: WaitingStep
  readonly points: WaitingPoint
}

type StoreName = keyof Kept

const keyPaths: Readonly<Record<StoreName, string>> = { reports: 'key', steps: 'task', points: 'notedAt' }

/** The telephone's own store, which outlives the page and the network. */
export interface OutboxStore {
  put<N extends StoreName>(name: N, value: Kept[N]): Promise<void>
  all<N extends StoreName>(name: N): Promise<readonly Kept[N][]>
  remove(name: StoreName, key: string): Promise<void>
}

export async function openOutbox(): Promise<OutboxStore> {
  const opening = indexedDB.open('grid-outbox', 2)
  opening.addEventListener('upgradeneeded', () => {
    const { result } = opening
    for (const [name, keyPath] of Object.entries(keyPaths)) if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath })
  })
  const database = await done(opening)
  const within = (name: StoreName, mode: IDBTransactionMode): IDBObjectStore => database.transaction(name, mode).objectStore(name)
  return {
    put: async (name, value) => {
      await done(within(name, 'readwrite').put(value))
    },
    all: (name) => done(within(name, 'readonly').getAll()),
    remove: async (name, key) => {
      await done(within(name, 'readwrite').delete(key))
    },
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store of the telephone refused')))
  })
}
