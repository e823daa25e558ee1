import type { ModuleRoutes } from '#web/module-routes.ts'
import { routes as desk } from './desk/routes.ts'
import { routes as office } from './office/routes.ts'
import { routes as portal } from './portal/routes.ts'

/** The pages of cases: for applicants, for the window, for those who decide. */
export const routes: ModuleRoutes = { ...portal, staff: [...(desk.staff ?? []), ...(office.staff ?? [])] }
