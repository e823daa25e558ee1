import { Button, ButtonLink } from '#ui/button.tsx'
import { DateInput, TextInput } from '#ui/inputs.tsx'
import { say } from '../staff-text.ts'

interface ReplayProps {
  readonly period: string
  readonly asOf: string | undefined
  readonly cutOffAt: string
}

/** What the leader saw on another day: the same screen as of an instant. */
export function Replay({ period, asOf, cutOffAt }: ReplayProps) {
  return (
    <form className="filter no-print" action="/wall" method="get">
      <input type="hidden" name="period" value={period} />
      <div>
        <label htmlFor="day">{say('wall.replayDay')}</label>
        <DateInput id="day" name="day" defaultValue={cutOffAt.slice(0, 10)} required />
      </div>
      <div>
        <label htmlFor="time">{say('wall.replayTime')}</label>
        <TextInput id="time" name="time" type="time" width={8} defaultValue={cutOffAt.slice(11, 16)} required />
      </div>
      <Button kind="plain">{say('wall.replay')}</Button>
      {asOf === undefined ? null : (
        <ButtonLink kind="plain" href={`/wall?period=${period}`}>
          {say('wall.replayNow')}
        </ButtonLink>
      )}
    </form>
  )
}
