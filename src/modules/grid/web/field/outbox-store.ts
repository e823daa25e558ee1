/** A report as it waits on the telephone. */
export interface WaitingReport {
  readonly key: string
  readonly problem: Readonly<Record<string, string>>
  readonly photo: Blob | null
  readonly photoName: string
  readonly title: string
  /** Why the office refused it; it stays until the worker removes it. */
  readonly refused: string | null
}

/** A point of the track as it waits. */
export interface WaitingPoint {
  readonly notedAt: string
  readonly longitude: number
  readonly latitude: number
}

type StoreName = 'reports' | 'points'

/** The telephone's own store, which outlives the page and the network. */
export interface OutboxStore {
  put(name: 'reports', value: WaitingReport): Promise<void>
  put(name: 'points', value: WaitingPoint): Promise<void>
  all(name: 'reports'): Promise<readonly WaitingReport[]>
  all(name: 'points'): Promise<readonly WaitingPoint[]>
  remove(name: StoreName, key: string): Promise<void>
}

export async function openOutbox(): Promise<OutboxStore> {
  const opening = indexedDB.open('grid-outbox', 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('reports', { keyPath: 'key' })
    opening.result.createObjectStore('points', { keyPath: 'notedAt' })
  })
  const database = await done(opening)
  const within = (name: StoreName, mode: IDBTransactionMode): IDBObjectStore => database.transaction(name, mode).objectStore(name)
  return {
    put: async (name: StoreName, value: WaitingReport | WaitingPoint) => {
      await done(within(name, 'readwrite').put(value))
    },
    all: (name: StoreName) => done(within(name, 'readonly').getAll()) as Promise<never>,
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
