import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** 差评整改: the queue of those who handle bad reviews, and one page for each. */
export const routes: ModuleRoutes = {
  staff: [route('reviews', 'rectifications-page.tsx'), route('reviews/:number', 'rectification-page.tsx')],
}
