import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For applicants: how it works, applying, following one's own applications and their letters. For the disclosure institutions: mail box, register, queue, one application, excerpts, proposals, the annual table. */
export const routes: ModuleRoutes = {
  portal: [
    route('disclosure', 'portal/guide-page.tsx'),
    route('disclosure/apply', 'portal/apply-page.tsx'),
    route('disclosure/:number', 'portal/request-page.tsx'),
    route('disclosure/:number/documents/:documentId', 'letters/letter-page.tsx', { id: 'own-disclosure-letter' }),
  ],
  staff: [
    route('disclosure-office', 'staff/requests-page.tsx'),
    route('disclosure-office/register', 'staff/register-page.tsx'),
    route('disclosure-office/proposals', 'staff/proposals-page.tsx'),
    route('disclosure-office/mails', 'staff/mails-page.tsx'),
    route('disclosure-office/mails/:id', 'staff/mail-page.tsx'),
    route('disclosure-office/table', 'staff/table-page.tsx'),
    route('disclosure-office/annual-reports/:number', 'staff/annual-report.ts'),
    route('disclosure-office/requests/:number', 'staff/request-page.tsx'),
    route('disclosure-office/requests/:number/documents/:documentId', 'letters/letter-page.tsx', { id: 'office-disclosure-letter' }),
    route('disclosure-office/requests/:number/excerpt', 'staff/excerpt-page.tsx'),
  ],
}
