import type { RouteConfigEntry } from '@react-router/dev/routes'

/** What a module's `web/routes.ts` exports as `routes`: its pages by the frame that stands around them. */
export interface ModuleRoutes {
  /** Public header, banner, crumbs and footer. */
  readonly portal?: RouteConfigEntry[]
  /** Staff bar, compact density, rooms.css. */
  readonly staff?: RouteConfigEntry[]
  /** No frame: kiosk, wall, and answers that are not pages. */
  readonly bare?: RouteConfigEntry[]
}
