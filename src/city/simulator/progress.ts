/** What has been lived so far. */
export interface Progress {
  readonly day: string
  readonly daysDone: number
  readonly daysPlanned: number
  /** How many matters of each business have begun. */
  readonly begun: Readonly<Record<string, number>>
  readonly acts: number
  readonly elapsedMs: number
}

/** One line: a bar, the day, the rates and the time left by the pace so far. */
export function progressLine(progress: Progress): string {
  const share = progress.daysPlanned === 0 ? 1 : progress.daysDone / progress.daysPlanned
  const seconds = Math.max(progress.elapsedMs / 1000, 0.001)
  const left = share === 0 ? '' : ` left ${clockText((seconds / share) * (1 - share))}`
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
