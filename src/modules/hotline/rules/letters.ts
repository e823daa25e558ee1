import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { hotlineErrors } from '../errors.ts'
import type { Letter, OrderChannel } from '../schema.ts'

/** When a letter was written and when it was there. */
export interface LetterDays {
  readonly writtenOn: Day | null
  readonly arrivedOn: Day
}

/** Days that a letter may have lain before it is taken. A day further back is a slip of the keys, 2016 for 2026, and its clock would have run out years ago. */
const longestLain = 366

/** The days of the letter by which an appeal came, undefined for one that came otherwise. What was there yesterday is not written tomorrow, nothing is there before its day, and nothing lies about for years. */
export function letterDays(channel: OrderChannel, letter: Letter | undefined, today: Day): Verdict<LetterDays | undefined> {
  if (channel !== 'mail') return letter === undefined ? fineWith(undefined) : refuse(hotlineErrors.letterForeign, { channel }, [{ pointer: '/channel', code: hotlineErrors.letterForeign.code }])
  const { writtenOn = null, arrivedOn = today } = letter ?? {}
  const wrong = (pointer: string) => refuse(hotlineErrors.letterDayWrong, { today }, [{ pointer, code: hotlineErrors.letterDayWrong.code }])
  if (arrivedOn > today || arrivedOn < addCalendarDays(today, -longestLain)) return wrong('/letter/arrivedOn')
  return writtenOn !== null && writtenOn > arrivedOn ? wrong('/letter/writtenOn') : fineWith({ writtenOn, arrivedOn })
}
