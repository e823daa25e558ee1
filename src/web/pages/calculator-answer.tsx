import type { OutputOf } from '#app'
import { type Fact, FactsList } from '#ui/facts.tsx'
import { LegalCalendar } from '#ui/legal-calendar.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { joined } from '#ui/text.ts'
import { longDayWords } from '../day-words.ts'
import { limitWords } from '../limit-words.ts'
import { calculatedDays, weekdayWord } from './calculator-days.ts'
import { isHourUnit, readTime } from './calculator-hours.ts'
import { type Asked, stopsOf } from './calculator-query.ts'
import { causeWord, say } from './calculator-text.ts'

export type Answer = OutputOf<'kernel.explain-limit'>

interface CalculatorAnswerProps {
  readonly asked: Asked
  readonly answer: Answer
  readonly today: string
}

/** The last day in words, by what it was counted, and every day as months and in words. */
export function CalculatorAnswer({ asked, answer, today }: CalculatorAnswerProps) {
  const { dueDay, days, provisional } = answer
  return (
    <>
      <Section
        id="answer"
        title={titleOf(asked, answer)}
        beside={provisional ? <Tag kind="near">{say('provisional.tag')}</Tag> : undefined}
      >
        {dueDay === null ? <Note kind="stop">{say('answer.stopped.note')}</Note> : null}
        {provisional ? <Note kind="near">{say('provisional.note')}</Note> : null}
        <FactsList facts={factsOf(asked, answer)} />
      </Section>
      <Section id="days" title={say('calendar')}>
        <LegalCalendar days={calculatedDays(days, stopsOf(asked), isHourUnit(asked.unit))} today={today} dueOn={dueDay ?? ''} wordsOpen />
        <p className="meta mt no-print">
          <a href="/api/v1/calendar/working-days.ics">{say('feed')}</a>
        </p>
      </Section>
    </>
  )
}

function titleOf({ unit }: Asked, { dueDay, dueAt }: Answer): string {
  if (dueDay === null || dueAt === null) return say('answer.stopped')
  const words = { day: longDayWords(dueDay), weekday: weekdayWord(dueDay) }
  return isHourUnit(unit) ? say('answer.instant', { ...words, time: timeWord(dueDay, dueAt) }) : say('answer', words)
}

/** The time of day at which something ends; midnight is the 24:00 of the day that it ends. */
function timeWord(dueDay: string, dueAt: string): string {
  return dueAt.startsWith(dueDay) ? dueAt.slice(11, 16) : '24:00'
}

function factsOf(asked: Asked, { movedFrom, calendarVersion }: Answer): readonly Fact[] {
  const stops = stopsOf(asked).map(({ cause, from, to }) =>
    say(to === '' ? 'answer.stops.open' : 'answer.stops.closed', { cause: causeWord(cause), from: longDayWords(from), to: to === '' ? '' : longDayWords(to) }),
  )
  return [
    { term: say('answer.from'), value: isHourUnit(asked.unit) ? `${longDayWords(asked.from)} ${readTime(asked.time) ?? ''}` : say('answer.from.value', { day: longDayWords(asked.from) }) },
    { term: say('answer.limit'), value: limitWords({ value: Number(asked.value), unit: asked.unit }) },
    ...(asked.extension === '' ? [] : [{ term: say('answer.extension'), value: limitWords({ value: Number(asked.extension), unit: asked.unit }) }]),
    ...(asked.unit === 'WORKING_HOUR' ? [{ term: say('officeHours'), value: asked.officeHours }] : []),
    ...(stops.length === 0 ? [] : [{ term: say('answer.stops'), value: joined('parts', stops) }]),
    ...(movedFrom === null ? [] : [{ term: say('answer.moved'), value: say('answer.moved.value', { day: longDayWords(movedFrom) }) }]),
    { term: say('answer.version'), value: say('answer.version.value', { version: calendarVersion }) },
  ]
}
