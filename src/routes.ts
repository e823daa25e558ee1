import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import { routes as cases } from './modules/cases/web/routes.ts'
import { routes as catalogue } from './modules/catalogue/web/routes.ts'
import { routes as certificates } from './modules/certificates/web/routes.ts'
import { routes as disclosure } from './modules/disclosure/web/routes.ts'
import { routes as evaluations } from './modules/evaluations/web/routes.ts'
import { routes as grid } from './modules/grid/web/routes.ts'
import { routes as hotline } from './modules/hotline/web/routes.ts'
import { routes as open311 } from './modules/open311/web/routes.ts'
import { routes as organisation } from './modules/organisation/web/routes.ts'
import { routes as publication } from './modules/publication/web/routes.ts'
import { routes as reception } from './modules/reception/web/routes.ts'
import { routes as reporting } from './modules/reporting/web/routes.ts'
import { routes as subjects } from './modules/subjects/web/routes.ts'
import { routes as supervision } from './modules/supervision/web/routes.ts'
import { routes as webhooks } from './modules/webhooks/web/routes.ts'
import type { ModuleRoutes } from './web/module-routes.ts'

/** One line per module that has pages: `import { routes as hotline } from './modules/hotline/web/routes.ts'`. */
const modules: readonly ModuleRoutes[] = [organisation, subjects, catalogue, certificates, evaluations, reception, cases, hotline, grid, open311, publication, supervision, disclosure, webhooks, reporting]

export default [
  layout('web/portal-layout.tsx', [
    index('web/pages/home.tsx'),
    route('interact', 'web/pages/interact.tsx'),
    route('open', 'web/pages/open.tsx'),
    route('display', 'web/pages/display.tsx'),
    route('about/accessibility', 'web/pages/about-accessibility.tsx'),
    route('about/privacy', 'web/pages/about-privacy.tsx'),
    route('calculator', 'web/pages/calculator.tsx'),
    route('gallery', 'web/pages/gallery.tsx'),
    route('gallery/inputs', 'web/pages/gallery-inputs.tsx'),
    route('gallery/live', 'web/pages/gallery-live.tsx'),
    ...modules.flatMap((module) => module.portal ?? []),
    route('*', 'web/pages/not-found.tsx'),
  ]),
  layout('web/staff-layout.tsx', [
    route('gallery/staff', 'web/pages/gallery-staff.tsx'),
    ...modules.flatMap((module) => module.staff ?? []),
  ]),
  ...modules.flatMap((module) => module.bare ?? []),
] satisfies RouteConfig
