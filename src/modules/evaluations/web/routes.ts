import type { ModuleRoutes } from '#web/module-routes.ts'
import { routes as office } from './office/routes.ts'
import { portalRoutes } from './portal-routes.ts'

export const routes: ModuleRoutes = { ...portalRoutes, ...office }
