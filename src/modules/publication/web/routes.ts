import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For everybody: what is published, and the power and duty lists. For staff: writing, reviewing and publishing it. */
export const routes: ModuleRoutes = {
  portal: [
    route('publications', 'portal/catalogue-page.tsx'),
    route('publications/guide', 'portal/guide-page.tsx'),
    route('publications/records/:number', 'portal/record-page.tsx'),
    route('publications/powers', 'portal/powers-page.tsx'),
    route('publications/powers/changes', 'portal/power-changes-page.tsx'),
    route('publications/powers/:id', 'portal/power-page.tsx'),
  ],
  staff: [
    route('publication-office', 'office/records-page.tsx'),
    route('publication-office/new', 'office/draft-page.tsx'),
    route('publication-office/records/:number', 'office/record-page.tsx'),
    route('publication-office/proposals', 'office/proposals-page.tsx'),
    route('publication-office/powers', 'office/powers-page.tsx'),
    route('publication-office/powers/:id', 'office/power-page.tsx'),
  ],
  bare: [route('publications/feeds/:feed', 'portal/feed-file.ts')],
}
