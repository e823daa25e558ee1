import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** The day of a hall, for who manages it. */
export const routes: ModuleRoutes = {
  staff: [route('hall', 'hall-day-page.tsx')],
}
