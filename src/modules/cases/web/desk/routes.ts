import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** 综合窗口. A case looks here as it does in the office; checking and supplying are acts of the window alone. */
export const routes: ModuleRoutes = {
  staff: [
    route('desk', 'desk-page.tsx'),
    route('desk/queue', 'window-acts.ts'),
    route('desk/bulk', '../office/bulk-page.tsx', { id: 'desk-bulk' }),
    route('desk/cases/:number/check', 'check-page.tsx'),
    route('desk/cases/:number/supply', 'supply-page.tsx'),
    route('desk/cases/:number', '../office/case-page.tsx', { id: 'desk-case' }),
    route('desk/cases/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'desk-document' }),
    route('desk/cases/:number/form', '../office/form-page.tsx', { id: 'desk-form' }),
    route('desk/cases/:number/:command', '../office/command-page.tsx', { id: 'desk-command' }),
  ],
}
