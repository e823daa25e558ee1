import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** The back office, those who watch it and the archive: queues, and one page for a case in each room. */
export const routes: ModuleRoutes = {
  staff: [
    route('office', 'queue-page.tsx', { id: 'office-mine' }),
    route('office/unit', 'queue-page.tsx', { id: 'office-unit' }),
    route('office/bulk', 'bulk-page.tsx', { id: 'office-bulk' }),
    route('office/cases/:number', 'case-page.tsx', { id: 'office-case' }),
    route('office/cases/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'office-document' }),
    route('office/cases/:number/form', 'form-page.tsx', { id: 'office-form' }),
    route('office/cases/:number/:command', 'command-page.tsx', { id: 'office-command' }),
    route('supervision/cases', 'all-cases-page.tsx'),
    route('archive', 'archive-page.tsx', { id: 'archive-waiting' }),
    route('archive/kept', 'archive-page.tsx', { id: 'archive-kept' }),
    route('archive/cases/:number', 'archive-file-page.tsx'),
    route('archive/cases/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'archive-document' }),
    route('hall/cases/:number', 'case-page.tsx', { id: 'hall-case' }),
    route('hall/cases/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'hall-document' }),
    route('supervision/cases/:number/documents/:documentId', '../papers/document-page.tsx', { id: 'supervision-document' }),
    route('supervision/cases/:number', 'case-page.tsx', { id: 'supervision-case' }),
  ],
}
