import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** 公开数据: the open figures of the office. */
export const routes: ModuleRoutes = { portal: [route('figures', 'figures-page.tsx')] }
