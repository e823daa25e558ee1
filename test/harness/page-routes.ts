import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/routes.ts'

/** The address patterns of all routes that the program serves, such as `/matters/:number`; frames have none of their own. */
export function pageRoutes(): readonly string[] {
  return patternsOf(routes, '')
}

function patternsOf(entries: readonly RouteConfigEntry[], above: string): readonly string[] {
  return entries.flatMap(({ path, children }) => {
    const own = path === undefined ? above : `${above}/${path}`
    return children === undefined ? [own === '' ? '/' : own] : patternsOf(children, own)
  })
}
