import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

export const routes: ModuleRoutes = {
  portal: [route('sign-in', 'sign-in-page.tsx'), route('sign-out', 'sign-out-page.tsx'), route('me', 'me-page.tsx'), route('messages', 'messages-page.tsx'), route('agents', 'agents-page.tsx'), route('agents/new', 'authorise-page.tsx')],
}
