import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** How staff come in and go out, and who and what the office has. */
export const routes: ModuleRoutes = {
  portal: [route('staff/sign-in', 'sign-in-page.tsx')],
  staff: [
    route('staff/me', 'me-page.tsx'),
    route('staff/sign-out', 'sign-out.ts'),
    route('work', 'work.ts'),
    route('administration', 'units-page.tsx'),
    route('administration/halls', 'halls-page.tsx'),
    route('administration/halls/:hallId', 'hall-page.tsx'),
    route('administration/staff', 'staff-page.tsx'),
    route('administration/calendar', 'calendar-page.tsx'),
    route('administration/calendar/publish', 'publish-calendar-page.tsx'),
    route('administration/calendar/moves', 'calendar-moves-page.tsx'),
    route('administration/calendar/:year', 'calendar-year-page.tsx'),
  ],
}
