import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'
import { editorRoutes } from './editor/routes.ts'

const { route } = relative(import.meta.dirname)

export const routes: ModuleRoutes = {
  portal: [
    route('services', 'search-page.tsx'),
    route('services/:implementCode', 'guide-page.tsx'),
    route('themes', 'themes-page.tsx'),
    route('themes/:key', 'theme-page.tsx'),
  ],
  staff: editorRoutes,
}
