import { data, type LoaderFunctionArgs } from 'react-router'
import { requestContext } from '../context.ts'

/** The galleries are for those who build pages and are shown in a demo city; in a real one there is no such page (OWASP ASVS V15.2.3). */
export function demoOnly({ context }: Pick<LoaderFunctionArgs, 'context'>): null {
  if (!context.get(requestContext).settings.demo) throw data(null, { status: 404 })
  return null
}
