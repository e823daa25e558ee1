/** What may be done with several cases at once. Deciding is not among them: each decision is a judgement of its own (README). */
export const bulkActs = ['receive', 'agree', 'transfer'] as const
export type BulkAct = (typeof bulkActs)[number]

interface Task {
  readonly task: string
  readonly state: string
  /** Officers who look into a reviewing step; null for any other task. */
  readonly officers: number | null
}

/**
 * Taking over what was filed is no judgement. A plain yes may be given to several only where one officer suffices: where the law wants two
 * to look into the substance (C-11) they look into each. Any open step may pass to a colleague.
 */
export function bulkActsOf({ task, state, officers }: Task): readonly BulkAct[] {
  if (task === 'accept') return state === 'submitted' ? ['receive'] : []
  if (!task.startsWith('step:') || state !== 'inReview') return []
  return officers === 1 ? ['agree', 'transfer'] : ['transfer']
}
