import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** Which other systems are told of what happens: part of the administration. */
export const routes: ModuleRoutes = {
  staff: [
    route('administration/webhooks', 'subscriptions-page.tsx'),
    route('administration/webhooks/new', 'new-subscription-page.tsx'),
    route('administration/webhooks/:id', 'subscription-page.tsx'),
  ],
}
