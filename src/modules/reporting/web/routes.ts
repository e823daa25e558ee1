import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** 公开数据 for everyone; for staff the wall, the list behind every figure, and the reports. */
export const routes: ModuleRoutes = {
  portal: [route('figures', 'figures-page.tsx'), route('figures/published', 'published-page.tsx')],
  staff: [
    route('figures/:metric', 'figure/figure-page.tsx'),
    route('reports', 'reports/reports-page.tsx'),
    route('reports/scorecards', 'reports/scorecards-page.tsx'),
    route('reports/time', 'reports/time-page.tsx'),
    route('reports/template', 'reports/template-page.tsx'),
    route('reports/publish', 'reports/publish-page.tsx'),
  ],
  bare: [route('wall', 'wall/wall-page.tsx')],
}
