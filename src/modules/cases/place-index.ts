import type { Ctx } from '#kernel/contract/operation.ts'

/** The place that an application is about, as far as its form names one, so that it can be compared and not read. */
export function placeIndexOf(ctx: Ctx, form: Readonly<Record<string, unknown>>): string | null {
  const address = form['siteAddress']
  return typeof address === 'string' && address !== '' ? ctx.services.vault.index('place', address) : null
}
