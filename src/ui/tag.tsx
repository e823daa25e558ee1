import type { ReactNode } from 'react'

export type TagKind = 'plain' | 'free' | 'need' | 'near' | 'over' | 'stop'

/** A word in a frame. The word carries the meaning, the colour only supports it. */
export function Tag({ kind = 'plain', children }: { readonly kind?: TagKind | undefined; readonly children: ReactNode }) {
  return <span className={kind === 'plain' ? 'tag' : `tag tag-${kind}`}>{children}</span>
}

/** run ○, near ▲, over ⬣, stop ❚❚, done ✓ */
export type ClockState = 'run' | 'near' | 'over' | 'stop' | 'done'

interface ClockBadgeProps {
  readonly state: ClockState
  readonly strong?: boolean | undefined
  readonly children: ReactNode
}

/** The state of a legal clock: a shape, and always a word. What runs as it should has no colour. */
export function ClockBadge({ state, strong, children }: ClockBadgeProps) {
  return <span className={`clock ${state}`}>{strong ? <b>{children}</b> : children}</span>
}
