import type { RouterContextProvider } from 'react-router'
import { staffFirst } from '#web/staff-first.ts'

/** What every list without filters asks: which page, and who looks. */
export function listQuestion(context: Readonly<RouterContextProvider>, request: Request): { readonly page: { readonly limit: number; readonly cursor?: string }; readonly roles: readonly string[] } {
  const staff = staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  return { page: { limit: 50, ...(cursor !== null && { cursor }) }, roles: staff.roles.map(({ role }) => role) }
}
