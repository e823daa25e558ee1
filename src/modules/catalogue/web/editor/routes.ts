import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** Where items are edited, published, suspended, cancelled and exchanged. */
export const editorRoutes: NonNullable<ModuleRoutes['staff']> = [
  route('catalogue-office', 'list-page.tsx'),
  route('catalogue-office/new', 'blank-page.tsx'),
  route('catalogue-office/exchange', 'exchange-page.tsx'),
  route('catalogue-office/export', 'export-file.ts'),
  route('catalogue-office/items/:implementCode', 'item-page.tsx'),
  route('catalogue-office/items/:implementCode/edit/:section', 'section-page.tsx'),
  route('catalogue-office/items/:implementCode/preview', 'preview-page.tsx'),
  route('catalogue-office/items/:implementCode/changes', 'changes-page.tsx'),
  route('catalogue-office/items/:implementCode/publish', 'publish-page.tsx'),
  route('catalogue-office/items/:implementCode/new', 'new-page.tsx'),
  route('catalogue-office/items/:implementCode/discard', 'discard-page.tsx'),
  route('catalogue-office/items/:implementCode/:act', 'act-page.tsx'),
]
