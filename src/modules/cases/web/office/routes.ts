import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** The back office and those who watch it: queues, and one page for a case in either room. */
export const routes: ModuleRoutes = {
  staff: [
    route('office', 'queue-page.tsx', { id: 'office-mine' }),
    route('office/unit', 'queue-page.tsx', { id: 'office-unit' }),
    route('office/cases/:number', 'case-page.tsx', { id: 'office-case' }),
    route('office/cases/:number/form', 'form-page.tsx', { id: 'office-form' }),
    route('office/cases/:number/:command', 'command-page.tsx', { id: 'office-command' }),
    route('supervision/cases', 'all-cases-page.tsx'),
    route('supervision/cases/:number', 'case-page.tsx', { id: 'supervision-case' }),
  ],
}
