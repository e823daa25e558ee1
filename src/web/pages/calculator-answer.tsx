import type { OutputOf } from '#app'
import words from '#kernel/time/locales/zh-CN.json' with { type: 'json' }
import { type Fact, FactsList } from '#ui/facts.tsx'
import { LegalCalendar } from '#ui/legal-calendar.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { longDayWords } from '../day-words.ts'
import { limitWords } from '../limit-words.ts'
import { calculatedDays, weekdayWord } from './calculator-days.ts'
import { type Asked, stopsOf } from './calculator-query.ts'
import { say } from './calculator-text.ts'

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
        title={dueDay === null ? say('answer.stopped') : say('answer', { day: longDayWords(dueDay), weekday: weekdayWord(dueDay) })}
        beside={provisional ? <Tag kind="near">{say('provisional.tag')}</Tag> : undefined}
      >
        {dueDay === null ? <Note kind="stop">{say('answer.stopped.note')}</Note> : null}
        {provisional ? <Note kind="near">{say('provisional.note')}</Note> : null}
        <FactsList facts={factsOf(asked, answer)} />
      </Section>
      <Section id="days" title={say('calendar')}>
        <LegalCalendar days={calculatedDays(days, stopsOf(asked))} today={today} dueOn={dueDay ?? ''} wordsOpen />
        <p className="meta mt no-print">
          <a href="/api/v1/calendar/working-days.ics">{say('feed')}</a>
        </p>
      </Section>
    </>
  )
}

function factsOf(asked: Asked, { movedFrom, calendarVersion }: Answer): readonly Fact[] {
  const stops = stopsOf(asked).map(({ cause, from, to }) =>
    say(to === '' ? 'answer.stops.open' : 'answer.stops.closed', { cause: words.causes[cause], from: longDayWords(from), to: to === '' ? '' : longDayWords(to) }),
  )
  return [
    { term: say('answer.from'), value: say('answer.from.value', { day: longDayWords(asked.from) }) },
    { term: say('answer.limit'), value: limitWords({ value: Number(asked.value), unit: asked.unit }) },
    ...(stops.length === 0 ? [] : [{ term: say('answer.stops'), value: stops.join('；') }]),
    ...(movedFrom === null ? [] : [{ term: say('answer.moved'), value: say('answer.moved.value', { day: longDayWords(movedFrom) }) }]),
    { term: say('answer.version'), value: say('answer.version.value', { version: calendarVersion }) },
  ]
}
