export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** One JSON object a line. Fields carry references (ids, codes, durations), never names, numbers of persons or free text of users. */
export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  /** `fault` is written with its stack; it is logged once, where it is turned into an answer. */
  error(message: string, fault?: unknown, fields?: LogFields): void
}

const ranks: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 }

export function createLog(level: LogLevel, write: (line: string) => void = (line) => console.error(line)): Log {
  const line = (at: LogLevel, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    if (ranks[at] >= ranks[level]) write(JSON.stringify({ level: at, message, ...fields }))
  }
  return {
    debug: (message, fields) => line('debug', message, fields),
    info: (message, fields) => line('info', message, fields),
    warn: (message, fields) => line('warn', message, fields),
    error: (message, fault, fields) => line('error', message, { ...fields, fault: fault === undefined ? undefined : describe(fault) }),
  }
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const cause = fault.cause === undefined ? '' : `\ncaused by ${describe(fault.cause)}`
  return (fault.stack ?? fault.message) + cause
}
