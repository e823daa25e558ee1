import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For everybody: one's grid, a report, what became of it. For staff: the command centre, cells and patrols. For grid workers a page that works without a network. */
export const routes: ModuleRoutes = {
  portal: [route('grid', 'portal/find-page.tsx'), route('grid/report', 'portal/report-page.tsx'), route('grid/follow', 'portal/follow-page.tsx'), route('grid/categories', 'portal/categories-page.tsx')],
  staff: [
    route('grid-office', 'staff/events-page.tsx'),
    route('grid-office/events/:number', 'staff/event-page.tsx'),
    route('grid-office/cells', 'staff/cells-page.tsx'),
    route('grid-office/patrols', 'staff/patrols-page.tsx'),
    route('grid-office/map', 'staff/map-page.tsx'),
    route('grid-office/components', 'staff/components-page.tsx'),
    route('grid-office/components/:code', 'staff/component-page.tsx'),
  ],
  bare: [route('grid/map.svg', 'portal/map-picture.ts'), route('grid/field', 'field/field-page.tsx'), route('grid/field/worker.js', 'field/kept-page-script.ts')],
}
