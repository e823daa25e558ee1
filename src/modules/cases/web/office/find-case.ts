import { redirect, type RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { call } from '#web/call.ts'

export type FoundCase = OutputOf<'cases.find-cases'>['items'][number]

/** What came of asking for a case by its number: none, or several that end alike. */
export interface CaseSearch {
  readonly asked: string
  readonly found: readonly FoundCase[]
}

/** A whole number or its last twelve digits, however it was typed: with gaps, in full-width digits, in small letters. Undefined for other words. */
export function caseNumberIn(text: string): string | undefined {
  const number = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  return /^(?:[0-9A-Z]{31}|[0-9A-Z]{33})?\d{12}$/.test(number) ? number : undefined
}

/** Looks for a case by what was typed as its number, and leads on to its page under `path` when one is meant. */
export async function searchCase(context: Readonly<RouterContextProvider>, asked: string, path: string): Promise<CaseSearch> {
  const number = caseNumberIn(asked)
  const found = number === undefined ? [] : (await call(context, 'cases.find-cases', { number })).items
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) throw redirect(`${path}/${only.number}`)
  return { asked, found }
}
