import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { LegalCalendar } from '#ui/legal-calendar.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { shownDaysOf } from '#web/clock-days.ts'
import { dueDayWords, instantWords, longDayWords } from '#web/day-words.ts'
import { limitWords } from '#web/limit-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { timeLines } from '#web/time-shares.ts'
import { leadingTimer } from '../case-clock.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { calculatorHref } from './calculator-href.ts'
import { commandWord, stateWord } from './case-words.ts'
import { MatterAside } from './matter-aside.tsx'
import { MatterFees } from './matter-fees.tsx'
import type { MatterFound } from './matter-found.ts'
import { MatterHead } from './matter-head.tsx'
import { MatterMaterials } from './matter-materials.tsx'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/matters', text: say('matters') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<MatterFound> {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const [view, clock, units, served, fees] = await Promise.all([
    call(context, 'cases.get-case', { number }),
    call(context, 'cases.get-case-clock', { number }),
    unitNamesFor(context),
    attempt(context, 'evaluations.list-for-case', { number }),
    call(context, 'cases.list-fees', { number }),
  ])
  return { view, clock, timer: leadingTimer(clock.timers) ?? null, units, today: context.get(requestContext).today, mayRate: served.ok && served.value.items.some((event) => event.mayEvaluate), fees: fees.items }
}

export function meta({ loaderData }: { readonly loaderData?: MatterFound }) {
  return [{ title: loaderData?.view.itemName ?? say('matters') }]
}

/** Who has it, by when, what you must do; then why that day, what happened, and the proof that nothing of it was changed. */
export default function MatterPage() {
  const found = useLoaderData<typeof loader>()
  const { view, timer, today } = found
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{say('matter.applicant', { name: view.applicant.name, number: view.number })}</p>
        <h1>{view.itemName}</h1>
      </div>
      <MatterHead found={found} />
      <div className="cols cols-main">
        <div>
          {timer?.dueDay ? (
            <Section id="calendar" title={say('matter.why', { day: dueDayWords(timer.dueDay, timer.provisional) })} meta={say('matter.why.meta')}>
              <LegalCalendar days={shownDaysOf(timer.explanation)} today={today} dueOn={timer.dueDay} />
              <p className="meta mt">
                {clockNote(found)} <a href={calculatorHref(timer)}>{say('matter.calculator')}</a>
              </p>
            </Section>
          ) : null}
          <Section id="shares" title={say('matter.shares')} meta={say('matter.shares.meta')}>
            <FactsList facts={timeLines(found.clock.attribution.shares, found.units).map(({ who, time, percent }) => ({ term: who, value: time, ...(percent !== undefined && { note: say('matter.shares.percent', { percent }) }) }))} />
          </Section>
          <Section id="timeline" title={say('matter.timeline')}>
            <Timeline entries={entriesOf(view)} />
          </Section>
          <MatterFees found={found} />
          <MatterMaterials view={view} />
        </div>
        <MatterAside view={view} />
      </div>
    </div>
  )
}

function clockNote({ timer, clock }: MatterFound): string {
  const legal = clock.timers.find((one) => one.name === 'legal-decision' && one.id !== timer?.id)
  return [
    timer?.legalReference ? say('matter.clock.basis', { basis: timer.legalReference }) : '',
    legal?.dueDay ? say('matter.clock.legal', { limit: limitWords(legal.budget), day: longDayWords(legal.dueDay) }) : '',
    timer?.provisional || legal?.provisional ? say('matter.clock.provisional') : '',
  ].join('')
}

function entriesOf(view: MatterFound['view']): readonly TimelineEntry[] {
  return view.events.toReversed().map((event, place): TimelineEntry => {
    const state = place === 0 ? 'now' : event.command === 'suspend' ? 'stop' : undefined
    return {
      title: commandWord(event.command),
      at: event.at,
      when: instantWords(event.at),
      text: say('matter.event', { state: event.command === 'demand-fee' && event.to === 'suspended' ? say('matter.state.pay') : stateWord(event.to), actor: actorWord(event.actor) }),
      ...(state === undefined ? {} : { state }),
    }
  })
}

function actorWord(actor: string): string {
  if (actor === 'person') return say('matter.actor.person')
  return say(actor === 'staff' ? 'matter.actor.staff' : 'matter.actor.system')
}
