import type { Caller } from '#kernel/access/caller.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { personCaller, staffCaller } from './callers.ts'
import type { TestOffice } from './office.ts'
import { type PageRecords, pageRecords } from './page-records.ts'
import { pageRoutes } from './page-routes.ts'
import { pageSamples, type Reader, readers } from './page-samples.ts'

/** A page of the walk: where it is and who looks at it. */
export interface WalkedPage {
  readonly route: string
  readonly path: string
  readonly as: Reader
  readonly status: number
}

export interface PageWalk {
  readonly pages: readonly WalkedPage[]
  readonly records: PageRecords
  /** The session cookie of a reader; undefined for anyone. */
  readonly cookieOf: (reader: Reader) => string | undefined
}

/** Prepares a walk through every page of the program: the records that they show, and a session for everybody who looks. */
export async function preparePageWalk(office: TestOffice): Promise<PageWalk> {
  const records = await pageRecords(office)
  const pages = pageRoutes().flatMap((route) => {
    const sample = pageSamples[route]
    return (sample?.paths ?? []).map((address) => {
      const [place, status] = typeof address === 'object' ? address : [address, 200]
      return { route, as: sample?.as ?? 'anyone', path: encodeURI(typeof place === 'string' ? place : place(records)), status }
    })
  })
  const cookies = new Map<Reader, string>()
  for (const reader of new Set(pages.map(({ as }) => as))) {
    if (reader !== 'anyone') cookies.set(reader, await signInReader(office, reader))
  }
  return { pages, records, cookieOf: (reader) => cookies.get(reader) }
}

/** A new session of a reader, as its cookie carries it. */
export async function signInReader(office: TestOffice, reader: keyof typeof readers): Promise<string> {
  const key = readers[reader]
  return signInCaller(office, /^HD\d+$/.test(key) ? await staffCaller(office, key) : await personCaller(office, key))
}

export async function signInCaller(office: TestOffice, caller: Caller): Promise<string> {
  return (await openSession(office.app.db, caller, { kind: 'browser', now: office.clock.now() })).token
}
