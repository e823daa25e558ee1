import { type CronMatcher, parseCronItem } from 'graphile-worker'
import { type Clock, systemClock } from '#kernel/time/clock-source.ts'

const beijingMs = 8 * 3_600_000

/**
 * A crontab line in the office's time (Asia/Shanghai, +08:00, no summer time) as the queue needs it: Graphile Worker hands its
 * matchers the minute in UTC. A minute has no year, so that of `clock` says whether there is a 29 February. Throws for a line
 * that is not crontab syntax.
 */
export function officeSchedule(line: string, clock: Clock = systemClock): CronMatcher {
  const { match } = parseCronItem({ task: 'scheduled', match: line })
  return ({ min, hour, date, month }) => {
    const here = new Date(Date.UTC(clock.now().getUTCFullYear(), month - 1, date, hour, min) + beijingMs)
    return match({ min: here.getUTCMinutes(), hour: here.getUTCHours(), date: here.getUTCDate(), month: here.getUTCMonth() + 1, dow: here.getUTCDay() })
  }
}
