import { ButtonLink } from '#ui/button.tsx'
import { Pips } from '#ui/steps.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { joined } from '#ui/text.ts'
import { WhoWhen } from '#ui/who-when.tsx'
import { dueDayWords } from '#web/day-words.ts'
import { limitWords } from '#web/limit-words.ts'
import { clockStanding, pipsOf } from '../case-clock.ts'
import { outcomeWord, stateWord } from './case-words.ts'
import type { MatterFound } from './matter-found.ts'
import { say } from './text.ts'

/** The three answers that stand first on every page about a matter, and what may be done now. */
export function MatterHead({ found }: { readonly found: MatterFound }) {
  const { view, timer } = found
  return (
    <WhoWhen
      who={{ title: say('matter.who'), answer: whoHas(found), children: <p>{view.outcome === null ? say('matter.state', { state: owesFee(found) && view.state === 'suspended' ? say('matter.state.pay') : stateWord(view.state) }) : say('matter.outcome', { outcome: outcomeWord(view.outcome), state: stateWord(view.state) })}</p> }}
      when={{
        title: say(timer?.name === 'correction' ? 'matter.when.you' : 'matter.when'),
        answer: timer?.dueDay ? <time dateTime={timer.dueDay}>{dueDayWords(timer.dueDay, timer.provisional)}</time> : say(timer === null ? 'matter.when.closed' : 'matter.when.open'),
        ...(timer === null ? {} : { children: <TimeLeft timer={timer} at={found.clock.at} /> }),
      }}
      todo={todoOf(found)}
      actions={<MatterActions found={found} />}
    />
  )
}

function TimeLeft({ timer, at }: { readonly timer: NonNullable<MatterFound['timer']>; readonly at: string }) {
  const { state, word, left } = clockStanding(timer, at)
  const pips = pipsOf(timer)
  const { used, remaining } = timer.usage
  const words = say('matter.used', { limit: limitWords(timer.budget), used: Math.floor(used), remaining: Math.max(0, Math.ceil(remaining)) })
  return (
    <>
      <p>
        <ClockBadge state={state} strong>
          {say(word, { left })}
        </ClockBadge>
      </p>
      {pips.length > 0 ? <Pips label={words} pips={pips} /> : null}
      <p className="meta">{words}</p>
    </>
  )
}

const withYou = 'correctionRequested'

/** Only a payment keeps the case, or it waits beside the work. */
function owesFee({ view }: Pick<MatterFound, 'view'>): boolean {
  return view.commands.includes('pay-fee')
}

function whoHas({ view, units }: MatterFound): string {
  if (owesFee({ view }) && view.state === 'suspended') return say('matter.who.pay')
  if (view.state === withYou) return say('matter.who.you')
  if (['submitted', 'received', 'corrected'].includes(view.state)) return say('matter.who.window')
  const open = view.steps.filter((step) => step.state === 'open').map((step) => units[step.unitId] ?? step.unitId)
  return joined('list', [...new Set(open.length > 0 ? open : [units[view.department] ?? view.department])])
}

/** Material that may follow was promised at acceptance, and its clock runs (容缺). */
function owesMaterial({ view, clock }: MatterFound): boolean {
  return view.commands.includes('supply-material') && clock.timers.some((timer) => timer.name === 'gap' && timer.end === null)
}

function todoOf(found: MatterFound): string {
  const { view } = found
  if (view.state === withYou) return say('matter.todo.correct', { count: view.defects.length })
  if (owesMaterial(found)) return say('matter.todo.supply')
  if (owesFee({ view })) return say('matter.todo.pay')
  if (view.state === 'delivered' || view.state === 'issued') return say('matter.todo.done')
  return say(view.commands.includes('supply-material') ? 'matter.todo.more' : 'matter.todo.none')
}

function MatterActions({ found }: { readonly found: MatterFound }) {
  const { view, mayRate } = found
  const owes = owesMaterial(found)
  const base = `/matters/${view.number}`
  return (
    <>
      {view.commands.includes('correct') ? <ButtonLink href={`${base}/correct`}>{say('matter.correct')}</ButtonLink> : null}
      {view.commands.includes('pay-fee') ? <ButtonLink href={`${base}/pay`}>{say('matter.pay')}</ButtonLink> : null}
      {view.commands.includes('supply-material') ? (
        <ButtonLink href={`${base}/supply`} kind={owes ? 'first' : 'plain'}>
          {say(owes ? 'matter.supply' : 'matter.supply.more')}
        </ButtonLink>
      ) : null}
      {mayRate ? (
        <ButtonLink href={`${base}/rate`} kind="plain">
          {say('matter.rate')}
        </ButtonLink>
      ) : null}
      {view.commands.includes('withdraw') ? (
        <ButtonLink href={`${base}/withdraw`} kind="plain">
          {say('matter.withdraw')}
        </ButtonLink>
      ) : null}
    </>
  )
}
