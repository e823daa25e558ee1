import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

export const routes: ModuleRoutes = {
  portal: [
    route('apply/:implementCode', 'apply-page.tsx'),
    route('matters', 'matters-page.tsx'),
    route('matters/:number', 'matter-page.tsx'),
    route('matters/:number/receipt', 'receipt-page.tsx'),
    route('matters/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'matter-document' }),
    route('matters/:number/correct', 'correct-page.tsx'),
    route('matters/:number/supply', 'supply-page.tsx'),
    route('matters/:number/pay', 'pay-page.tsx'),
    route('matters/:number/withdraw', 'withdraw-page.tsx'),
    route('progress', 'progress-page.tsx'),
    route('decisions', 'decisions-page.tsx'),
  ],
}
