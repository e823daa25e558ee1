import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { LEVELS, type Level } from '../schema.ts'

/** The level above, to which an event is escalated (G-04); refuses at the district's. */
export function levelAbove(level: Level): Verdict<Level> {
  const above = LEVELS[LEVELS.indexOf(level) + 1]
  return above === undefined ? refuse(gridErrors.highestLevel, { level }) : fineWith(above)
}

/** Dispatch leads to the same level or down: a town gives to its communities and its own people, the district to departments and towns (G-04). */
export function checkDispatchLevel(from: Level, to: Level): Verdict<'down' | 'same'> {
  const steps = LEVELS.indexOf(to) - LEVELS.indexOf(from)
  if (steps > 0) return refuse(gridErrors.otherLevel, { from, to })
  return fineWith(steps === 0 ? 'same' : 'down')
}
