import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/inputs.tsx'
import type { FigurePlace } from '../figure-href.ts'
import { say } from '../staff-text.ts'
import type { By } from './question.ts'

interface PeriodFormProps {
  readonly metric: string
  readonly place: FigurePlace
  readonly by: By | undefined
}

/** Other days, and the day from whose end they are looked back upon; the part of the office stays. */
export function PeriodForm({ metric, place: { from, to, asOf, ...part }, by }: PeriodFormProps) {
  return (
    <form className="filter" action={`/figures/${metric}`} method="get">
      {Object.entries({ ...part, ...(by !== undefined && { by }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor="from">{say('rows.from')}</label>
        <DateInput id="from" name="from" defaultValue={from} required />
      </div>
      <div>
        <label htmlFor="to">{say('rows.to')}</label>
        <DateInput id="to" name="to" defaultValue={to} required />
      </div>
      <div>
        <label htmlFor="day">{say('rows.asOf')}</label>
        <DateInput id="day" name="day" defaultValue={asOf?.slice(0, 10)} aria-describedby="day-hint" />
      </div>
      <Button kind="plain">{say('rows.show')}</Button>
      <p className="meta" id="day-hint">
        {say('rows.asOfHint')}
      </p>
    </form>
  )
}
