import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

export const routes: ModuleRoutes = {
  portal: [
    route('certificates', 'wallet-page.tsx'),
    route('certificates/:identifier', 'certificate-page.tsx'),
    route('certificates/:identifier/face', 'face-page.tsx'),
    route('verify', 'verify-page.tsx', { id: 'verify' }),
    route('verify/:code', 'verify-page.tsx', { id: 'verify-code' }),
  ],
}
