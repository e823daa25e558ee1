import type { Ctx } from '#kernel/contract/operation.ts'
import type { Effect } from './record-command.ts'
import { dropped } from './rules/clocks.ts'
import type { PublicRecord } from './store/records.ts'

/** What becomes of a record whose edition at hand is not published after all: the public goes on with the one before, or there never was one. */
export function backToPublished(ctx: Ctx, { matter, publishedEdition }: PublicRecord, end: { readonly otherwise: 'discarded' | 'withheld'; readonly reason: string }): Effect {
  const to = publishedEdition === null ? end.otherwise : 'published'
  return { to, outcome: to, timers: dropped(matter.timers, 'publish', { at: ctx.now, reason: end.reason }), ...(publishedEdition !== null && { change: { edition: publishedEdition } }) }
}
