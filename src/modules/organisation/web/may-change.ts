import type { LoaderFunctionArgs } from 'react-router'
import { requestContext } from '#web/context.ts'

/** Whether the page offers what only the administrator may do; the operations decide it again. */
export function mayChange(context: LoaderFunctionArgs['context']): boolean {
  return context.get(requestContext).session.roles.includes('administrator')
}
