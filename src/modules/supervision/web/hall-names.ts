import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'

/** The names of all halls by their keys. */
export async function hallNames(context: Readonly<RouterContextProvider>): Promise<Readonly<Record<string, string>>> {
  const { items } = await call(context, 'organisation.list-halls', { limit: 100 })
  return Object.fromEntries(items.map(({ id, name }) => [id, name]))
}
