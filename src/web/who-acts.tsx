import type { ReactNode } from 'react'
import { useSite } from './site.ts'

/** Whether the reader supervises: he opens every room and changes nothing in it (S-22). */
export function useReadsOnly(): boolean {
  return useSite()?.session.roles.includes('supervisor') ?? false
}

/** What changes something, on a page that is read too: not offered to whoever only reads. This hides controls, it locks none: operations decide. */
export function WhoActs({ children }: { readonly children: ReactNode }) {
  return useReadsOnly() ? null : children
}
