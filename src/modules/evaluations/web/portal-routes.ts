import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For those who were served: rating one service, and the ratings of everybody. */
export const portalRoutes: ModuleRoutes = {
  portal: [route('matters/:number/rate', 'rate-page.tsx'), route('ratings', 'ratings-page.tsx')],
}
