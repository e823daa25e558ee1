import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'
import { say } from './portal-text.ts'

export type UnitOptions = readonly { readonly value: string; readonly label: string }[]

/** The agencies that can be asked, to choose one. */
export async function askedUnits(context: Readonly<RouterContextProvider>): Promise<UnitOptions> {
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  const asked = items.filter(({ kind }) => kind === 'department' || kind === 'publicUtility')
  return [{ value: '', label: say('choose') }, ...asked.map(({ id, name }) => ({ value: id, label: name }))]
}
