import { createContext } from 'react-router'
import type { App } from '#app'
import type { Caller } from '#kernel/access/caller.ts'
import type { Language } from '#ui/language.ts'
import type { LinkTo } from '#ui/link-to.ts'
import type { Appearance } from './appearance.ts'
import type { PageSession } from './page-session.ts'

/** What pages may ask of the process: run an operation for a caller. */
export type WebApp = Pick<App, 'call'>

/** What the city puts on its pages. Comes from configuration and the city module. */
export interface PageSettings {
  readonly cityName: string
  /** The city's name on English pages. */
  readonly cityNameEn?: string
  readonly officeName: string
  readonly servicePhone: string
  readonly supervisionPhone: string
  /** A demo city: invented people may be chosen to sign in. */
  readonly demo: boolean
  /** A simulated city: every page says so. */
  readonly simulated?: boolean
}

/** One figure of the home page. `note` holds its parts: no percentage stands alone. */
export interface HomeFigure {
  readonly label: string
  readonly value: string
  readonly note?: string
}

export interface HomeEntry {
  readonly title: string
  readonly href?: string
  readonly lines: readonly string[]
}

/** What the home page shows beside its fixed index. Anything empty is left out of the page. */
export interface HomeFacts {
  readonly often: readonly LinkTo[]
  readonly figures: readonly HomeFigure[]
  readonly bundles: readonly HomeEntry[]
  readonly halls: readonly HomeEntry[]
}

/** What the host knows about one request and hands to the pages. */
export interface PageExtras {
  readonly caller: Caller
  readonly session: PageSession
  readonly settings: PageSettings
  /** The day it is in the office, `YYYY-MM-DD`: pages have no clock. */
  readonly today: string
  /** The number that a person can quote when something failed. */
  readonly requestId: string
  /** Told about every fault (never about a refusal). */
  readonly report: (fault: unknown) => void
  /** The title of a refusal code in a language, Chinese unless told. */
  readonly refusalTitle: (code: string, language?: Language) => string | undefined
  /** Facts of the home page, asked only when it is shown. */
  readonly home?: () => Promise<HomeFacts>
}

/** `PageExtras` with what the shell itself reads from the request. */
export interface PageRequest extends PageExtras {
  readonly appearance: Appearance
  /** A form was sent: the loaders that run after its action are given a request that reads. */
  readonly posted: boolean
}

export const appContext = createContext<WebApp>()
export const requestContext = createContext<PageRequest>()
