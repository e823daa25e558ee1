import { Pips } from '#ui/steps.tsx'
import { ClockBadge, Tag } from '#ui/tag.tsx'
import { dueDayWords } from '#web/day-words.ts'
import { leadingTimer, pipsOf } from '../case-clock.ts'
import type { CaseRoom } from './case-loader.ts'
import { clockSign } from './clock-words.ts'
import { say, wordOf } from './text.ts'

/** What and whose it is on the left, by when on the right. */
export function CaseHead({ view, clock, units, path }: CaseRoom) {
  const timer = leadingTimer(clock.timers)
  const sign = clockSign(timer, clock.at)
  const pips = timer ? pipsOf(timer) : []
  const decisive = clock.timers.filter((one) => one.end === null && (one.purpose === 'legal' || one.purpose === 'promised'))
  const dues = (decisive.length > 0 ? decisive : timer ? [timer] : []).filter((one) => one.dueDay !== null).map((one) => say('head.due', { purpose: say(`purpose.${one.purpose}`), day: dueDayWords(one.dueDay ?? '', one.provisional) }))
  return (
    <div className="case-h">
      <div className="wrap">
        <div>
          <p className="meta">
            <a href={listOf(path)}>{say('head.back')}</a> / <span className="num">{view.number}</span>
          </p>
          <h1>{view.itemName}</h1>
          <p className="meta">
            {say('head.who', { applicant: view.applicant.name, unit: units[view.department] ?? view.department })} <Tag>{wordOf('states', view.state)}</Tag>
            {view.outcome === null ? null : <Tag kind={view.outcome === 'approved' ? 'free' : 'over'}>{wordOf('outcomes', view.outcome)}</Tag>}
            {view.pledge ? <Tag kind="near">{say('head.pledge')}</Tag> : null}
            {view.crossRegion ? <Tag>{say('head.crossRegion')}</Tag> : null}
          </p>
        </div>
        <div>
          <div className="ph">
            <ClockBadge state={sign.state} strong>
              {sign.words}
            </ClockBadge>
            <span>{dues.join(say('list.comma'))}</span>
          </div>
          {timer && pips.length > 0 ? <Pips label={say('head.pips', { budget: timer.usage.budget, used: Math.floor(timer.usage.used) })} pips={pips} /> : null}
          {timer ? (
            <p className="meta">
              <a href={`${path}#calendar`}>{say('head.everyDay')}</a>
            </p>
          ) : null}
        </div>
      </div>
    </div>
  )
}

/** The list that a room leads back to. */
function listOf(path: string): string {
  const room = path.split('/')[1] ?? ''
  return room === 'supervision' ? '/supervision/cases' : `/${room}`
}
