/** What has been lived so far. */
export interface Progress {
  readonly day: string
  readonly daysDone: number
  /** How many of the days done this run has lived; those before a stop took none of its time. */
  readonly daysInRun: number
  readonly daysPlanned: number
  /** How many matters of each business have begun since the first day. */
  readonly begun: Readonly<Record<string, number>>
  /** Acts and time of this run. */
  readonly acts: number
  readonly elapsedMs: number
}

/** One line: a bar, the day, what has begun, the rate of this run and the time left by its pace. */
export function progressLine(progress: Progress): string {
  const share = progress.daysPlanned === 0 ? 1 : progress.daysDone / progress.daysPlanned
  const seconds = Math.max(progress.elapsedMs / 1000, 0.001)
  const left = progress.daysInRun === 0 ? '' : ` left ${clockText((seconds / progress.daysInRun) * (progress.daysPlanned - progress.daysDone))}`
  const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
  return `${bar} ${(share * 100).toFixed(0).padStart(3)} %  ${progress.day}  ${begunText(progress.begun)}  acts ${progress.acts}  ${(progress.acts / seconds).toFixed(0)} acts/s${left}`
}

/** `cases 599, orders 523` */
export function begunText(begun: Progress['begun']): string {
  return Object.entries(begun).map(([what, count]) => `${what} ${count}`).join(', ')
}

function clockText(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
