import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { organisationErrors } from '../errors.ts'
import type { Hall, ItemScope, Window } from '../schema.ts'

/** What a window must know of an item to tell whether it may take it. */
export interface OfferedItem {
  readonly itemKey: string
  readonly unitKey: string
  readonly themeKeys: readonly string[]
}

/** An item is in a selection if its unit, one of its themes or the item itself is listed. */
export function scopeIncludes(scope: ItemScope, item: OfferedItem): boolean {
  if (scope.kind === 'all') return true
  return (
    scope.units.includes(item.unitKey) || scope.items.includes(item.itemKey) || item.themeKeys.some((theme) => scope.themes.includes(theme))
  )
}

/** Any general window takes any item of its hall (任一窗可办全部事, S004); a dedicated window takes only its own. */
export function checkWindowAccepts(window: Window, hall: Hall, item: OfferedItem): Verdict {
  if (window.hallKey !== hall.key) throw new RangeError(`window ${window.key} does not stand in hall ${hall.key}`)
  if (!scopeIncludes(hall.scope, item)) return refuse(organisationErrors.outsideHallScope, { hallKey: hall.key, itemKey: item.itemKey })
  if (!scopeIncludes(window.scope, item)) return refuse(organisationErrors.outsideWindowScope, { windowKey: window.key, itemKey: item.itemKey })
  return fine
}

/** Halls that lack a barrier-free window (S-20, 无障碍环境建设法 art. 40). */
export function hallsWithoutLowCounter(halls: readonly Hall[], windows: readonly Window[]): readonly string[] {
  const served = new Set(windows.filter((window) => window.lowCounter).map((window) => window.hallKey))
  return halls.map((hall) => hall.key).filter((key) => !served.has(key))
}
