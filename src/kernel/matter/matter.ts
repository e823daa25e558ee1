import type { Caller } from '#kernel/access/caller.ts'
import type { Timer } from '#kernel/time/timer.ts'

/** The record of a thing that is owed an answer, whatever its business. */
export interface Matter {
  readonly id: string
  /** Public number, never reused. */
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly regionCode: string
  readonly subjectId: string | null
  readonly itemVersionId: string | null
  readonly leadUnitId: string | null
  readonly channel: string
  /** The hall that took it in, if one did. */
  readonly hallId: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly outcome: string | null
  /** Grows with every step; the writer who read an older one is refused. */
  readonly version: number
  readonly headSeq: number
  /** Hash of the last event, 64 hexadecimal digits. */
  readonly headHash: string
  readonly timers: readonly Timer[]
}

/** Who has it next: a task of a unit and role, perhaps of one person. The task's name is unique among the open ones of a matter. */
export interface NewAssignment {
  readonly task: string
  readonly unitId: string
  readonly role: string
  readonly personId?: string | undefined
  readonly dueAt?: Date | undefined
}

/** References and figures that the ledger keeps of a step: no names, no identity numbers, no free text about persons. `becomes` is written by the kernel. */
export type EventDetail = Readonly<Record<string, unknown>>

/** What one command changes. Everything is written in one call. */
export interface Step {
  readonly command: string
  readonly to: string
  readonly detail?: EventDetail
  /** Who acts, when it is not the caller: the law, for effects of silence. */
  readonly actor?: Caller
  readonly outcome?: string
  readonly leadUnitId?: string
  /** Timers that are new or changed. */
  readonly timers?: readonly Timer[]
  readonly assign?: readonly NewAssignment[]
  /** Names of the tasks that end with this step. */
  readonly endTasks?: readonly string[]
}

export interface NewMatter {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly regionCode: string
  readonly subjectId: string | null
  readonly itemVersionId: string | null
  readonly leadUnitId: string | null
  readonly channel: string
  readonly hallId?: string | null
}
