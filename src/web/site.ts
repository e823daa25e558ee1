import { useRouteLoaderData } from 'react-router'
import type { Appearance } from './appearance.ts'
import type { PageSettings } from './context.ts'
import type { PageSession } from './page-session.ts'

/** What the root loader answers: all that the frames need. */
export interface Site {
  readonly settings: PageSettings
  readonly session: PageSession
  readonly appearance: Appearance
  readonly requestId: string
  readonly path: string
}

/** The site of this request. Undefined only when the root loader itself failed. */
export function useSite(): Site | undefined {
  return useRouteLoaderData<Site>('root')
}
