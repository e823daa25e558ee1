import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For callers: file, follow and rate an appeal, look for an answer. For staff: the seat, the orders and their letters, disputes, hot spots and the knowledge base. */
export const routes: ModuleRoutes = {
  portal: [
    route('appeals', 'portal/follow-page.tsx'),
    route('appeals/new', 'portal/file-page.tsx'),
    route('appeals/stuck/:number', 'portal/stuck-page.tsx'),
    route('answers', 'portal/answers-page.tsx'),
  ],
  staff: [
    route('hotline', 'staff/seat-page.tsx'),
    route('hotline/orders', 'staff/orders-page.tsx'),
    route('hotline/orders/:number', 'staff/order-page.tsx'),
    route('hotline/orders/:number/documents/:documentId', 'staff/letter-page.tsx', { id: 'hotline-letter' }),
    route('hotline/precedents', 'staff/precedents-page.tsx'),
    route('hotline/hot-spots', 'staff/hot-spots-page.tsx'),
    route('hotline/articles', 'staff/articles-page.tsx'),
  ],
}
