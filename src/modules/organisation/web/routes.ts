import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** How staff come in and go out, and who and what the office has. */
export const routes: ModuleRoutes = {
  portal: [route('staff/sign-in', 'sign-in-page.tsx')],
  staff: [
    route('staff/me', 'me-page.tsx'),
    route('staff/messages', 'messages-page.tsx'),
    route('staff/sign-out', 'sign-out.ts'),
    route('work', 'work.ts'),
    route('administration', 'units-page.tsx'),
    route('administration/units/new', 'new-unit-page.tsx'),
    route('administration/units/:unitId', 'unit-page.tsx'),
    route('administration/halls', 'halls-page.tsx'),
    route('administration/halls/new', 'new-hall-page.tsx'),
    route('administration/halls/:hallId', 'hall-page.tsx'),
    route('administration/halls/:hallId/change', 'change-hall-page.tsx'),
    route('administration/halls/:hallId/windows/new', 'new-window-page.tsx'),
    route('administration/windows/:windowId', 'window-page.tsx'),
    route('administration/close/:kind/:id', 'close-page.tsx'),
    route('administration/staff', 'staff-page.tsx'),
    route('administration/staff/new', 'new-member-page.tsx'),
    route('administration/staff/:staffId', 'member-page.tsx'),
    route('administration/staff/:staffId/leave', 'leave-page.tsx'),
    route('administration/staff/:staffId/end-role', 'end-role-page.tsx'),
    route('administration/roles', 'roles-page.tsx'),
    route('administration/changes', 'changes-page.tsx'),
    route('administration/templates', 'templates-page.tsx'),
    route('administration/templates/:kind', 'document-words-page.tsx'),
    route('administration/calendar', 'calendar-page.tsx'),
    route('administration/calendar/publish', 'publish-calendar-page.tsx'),
    route('administration/calendar/moves', 'calendar-moves-page.tsx'),
    route('administration/calendar/:year', 'calendar-year-page.tsx'),
    route('administration/rules', 'rules-page.tsx'),
    route('administration/rules/signals', 'signal-rule-page.tsx'),
    route('administration/rules/:key', 'rule-page.tsx'),
  ],
}
