import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'

export interface UnitChoice {
  readonly value: string
  readonly label: string
}

/** All units with their short names; those to whom an order may go are told apart, the others only give their names. */
export async function unitsFor(context: Readonly<RouterContextProvider>): Promise<{ readonly names: Readonly<Record<string, string>>; readonly choices: readonly UnitChoice[] }> {
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return {
    names: Object.fromEntries(items.map(({ id, shortName }) => [id, shortName])),
    choices: items.filter(({ kind }) => kind === 'department' || kind === 'publicUtility').map(({ id, shortName }) => ({ value: id, label: shortName })),
  }
}
