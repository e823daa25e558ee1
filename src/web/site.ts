import { useRouteLoaderData } from 'react-router'
import { languageNow } from '#ui/language.ts'
import type { Appearance } from './appearance.ts'
import type { PageSettings } from './context.ts'
import type { PageSession } from './page-session.ts'
import { say } from './text.ts'

/** What the root loader answers: all that the frames need. */
export interface Site {
  readonly settings: PageSettings
  readonly session: PageSession
  readonly appearance: Appearance
  readonly requestId: string
  readonly path: string
  /** The whole address within this site, to come back to; without the language that it asked for. */
  readonly here: string
}

/** The name that stands beside the mark on public pages. */
export function siteName({ cityName, cityNameEn }: PageSettings): string {
  return say('brand.portal', { city: languageNow() === 'en' ? (cityNameEn ?? cityName) : cityName })
}

/** The site of this request. Undefined only when the root loader itself failed. */
export function useSite(): Site | undefined {
  return useRouteLoaderData<Site>('root')
}
