import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** The addresses of GeoReport v2; the ending says in which format. No pages. */
export const routes: ModuleRoutes = {
  bare: [
    route('open311/v2/:file', 'listing.ts'),
    route('open311/v2/services/:file', 'offer.ts'),
    route('open311/v2/requests/:file', 'request.ts'),
  ],
}
