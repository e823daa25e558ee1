import type { Caller } from '#kernel/access/caller.ts'

/** Who looks at the page, as far as a page needs to know. What they may do is decided by the operations. */
export interface PageSession {
  readonly displayName: string
  readonly kind: 'anonymous' | 'person' | 'staff'
  readonly roles: readonly string[]
  /** Staff: the unit or window that stands beside the brand. */
  readonly unitName?: string
}

/** The session of a caller. The host looks up the name of a clerk's unit or window. */
export function pageSessionOf(caller: Caller, unitName?: string): PageSession {
  switch (caller.kind) {
    case 'person':
      return { displayName: caller.name, kind: 'person', roles: [] }
    case 'staff':
      return { displayName: caller.name, kind: 'staff', roles: [...new Set(caller.roles.map((held) => held.role))], ...(unitName === undefined ? {} : { unitName }) }
    case 'anonymous':
    case 'system':
      return { displayName: '', kind: 'anonymous', roles: [] }
  }
}
