import type { StaffCaller } from '#kernel/access/caller.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { Business, CityAct } from './business.ts'
import { dice } from './dice.ts'
import { atHour, beginningsOnWorkingDays, pairOf, unitsWithBoth } from './official-year.ts'
import { type ActOptions, lastingOptions } from './people.ts'
import { type DraftInput, planRecord, type RecordPlan } from './publication-plan.ts'
import words from './publication-words.zh-CN.json' with { type: 'json' }
import type { CityPlan, Stage } from './stage.ts'
import { actsOfLife, type Step } from './stepped-life.ts'

/** What units publish of their own accord: drafted, looked through by a second person, published, told on, sometimes changed or taken back (O-01, O-02, O-17, O-18). */
export function publicationBusiness(stage: Stage, city: CityPlan): Business {
  const { calendar, seed } = city
  const setting = { seed, calendar, units: unitsWithBoth('publicationEditor', 'secrecyReviewer') }
  const beginnings = beginningsOnWorkingDays(city, city.profile.records ?? [])
  return {
    *arrivals(day) {
      for (const index of beginnings(day)) {
        const plan = planRecord(setting, index, day)
        yield* actsOfRecord(stage, city, plan)
        if (plan.withheldBeside) yield* actsOfWithheld(stage, plan)
      }
    },
  }
}

function actsOfRecord(stage: Stage, city: CityPlan, plan: RecordPlan): readonly CityAct[] {
  const { index, draft, interpretation, day } = plan
  const name = `record:${index}`
  const at = atHour(day, 9, 10.4, dice(`${stage.seed}:${name}:draft`))
  const interpreted = interpretation === undefined ? [] : stepsOfInterpretation(stage, name, interpretation, day)
  return actsOfLife(stage, { name, at, counters: ['publicRecord'], begins: 'records', perform: () => drafted(stage, name, draft, at) }, [
    ...stepsToReview(stage, plan),
    ...interpreted,
    ...stepsToPublic(stage, plan),
    ...stepsAfter(stage, city, plan),
  ])
}

/** A draft that the law keeps from the public. */
function actsOfWithheld(stage: Stage, { index, draft, day }: RecordPlan): readonly CityAct[] {
  const name = `withheld:${index}`
  const chance = dice(`${stage.seed}:${name}:hours`)
  const at = atHour(day, 9, 10.4, chance)
  const { submit, review } = handsOf(stage, draft.unitId)
  return actsOfLife(stage, { name, at, counters: ['publicRecord'], perform: () => drafted(stage, name, { ...draft, needsInterpretation: false }, at) }, [
    { name: 'submit', at: atHour(day, 10.5, 11.4, chance), perform: submit },
    {
      name: 'withhold',
      at: atHour(day, 14, 15.4, chance),
      perform: async (number, how) => stage.app.call('publication.withhold-record', await review(), { number, ground: 'internalAffairs', basis: words.basis, remark: words.withheld }, how),
    },
  ])
}

async function drafted(stage: Stage, name: string, input: DraftInput, at: Date): Promise<string> {
  const { number } = await stage.app.call('publication.draft-record', await handsOf(stage, input.unitId).edit(), input, lastingOptions(stage.seed, `${name}:draft`, at))
  return number
}

/** Who works on the records of a unit: its first editor, and somebody else who reviews. */
function handsOf(stage: Stage, unitId: string) {
  const { app } = stage
  const hands = () => pairOf(stage, unitId, ['publicationEditor', 'secrecyReviewer'])
  const edit = async (): Promise<StaffCaller> => (await hands())[0]
  const review = async (): Promise<StaffCaller> => (await hands())[1]
  return {
    edit,
    review,
    submit: async (number: string, how: ActOptions) => app.call('publication.submit-record', await edit(), { number }, how),
    clear: async (number: string, how: ActOptions) => app.call('publication.clear-record', await review(), { number, basis: words.basis, remark: words.cleared }, how),
    publish: async (number: string, how: ActOptions) => app.call('publication.publish-record', await edit(), { number }, how),
  }
}

function stepsToReview(stage: Stage, { index, draft, day, returned }: RecordPlan): readonly Step[] {
  const chance = dice(`${stage.seed}:record:${index}:review`)
  const { edit, review, submit } = handsOf(stage, draft.unitId)
  const first: Step = { name: 'submit', at: atHour(day, 10.5, 11.4, chance), perform: submit }
  if (!returned) return [first]
  return [
    first,
    { name: 'return', at: atHour(day, 11.5, 12, chance), perform: async (number, how) => stage.app.call('publication.return-record', await review(), { number, basis: words.basis, remark: words.returned }, how) },
    { name: 'save', at: atHour(day, 12.1, 12.6, chance), perform: async (number, how) => stage.app.call('publication.save-draft', await edit(), { ...draft, number, summary: fill(words.summary, { title: draft.title }) }, how) },
    { name: 'submit-again', at: atHour(day, 12.7, 13.4, chance), perform: submit },
  ]
}

/** The interpretation of a policy goes the same way and waits for the policy to be published with it. */
function stepsOfInterpretation(stage: Stage, name: string, draft: DraftInput, day: Day): readonly Step[] {
  const chance = dice(`${stage.seed}:${name}:interpretation`)
  const { submit, clear } = handsOf(stage, draft.unitId)
  const at = atHour(day, 11.5, 12, chance)
  const numberOf = (policy: string): Promise<string> => drafted(stage, `${name}:interpretation`, { ...draft, interprets: policy }, at)
  return [
    { name: 'interpret', at, counter: 'publicRecord', perform: numberOf },
    { name: 'submit-interpretation', at: atHour(day, 12.1, 13.4, chance), perform: async (policy, how) => submit(await numberOf(policy), how) },
    { name: 'clear-interpretation', at: atHour(day, 13.5, 13.9, chance), perform: async (policy, how) => clear(await numberOf(policy), how) },
  ]
}

function stepsToPublic(stage: Stage, { index, draft, day, postings }: RecordPlan): readonly Step[] {
  const chance = dice(`${stage.seed}:record:${index}:public`)
  const { edit, clear, publish } = handsOf(stage, draft.unitId)
  return [
    { name: 'clear', at: atHour(day, 14, 15.4, chance), perform: clear },
    { name: 'publish', at: atHour(day, 15.5, 16.4, chance), counter: `index:${draft.unitId}`, perform: publish },
    ...postings.map(({ channel, place }, turn): Step => ({
      name: `${channel}:${turn}`,
      at: atHour(day, 16.5 + turn / 2, 16.9 + turn / 2, chance),
      perform: async (number, how) => stage.app.call('publication.add-channel', await edit(), { number, channel, place }, how),
    })),
  ]
}

/** What becomes of it later: a new edition, a withdrawal, or a punishment that fell. */
function stepsAfter(stage: Stage, { calendar }: CityPlan, { index, draft, day: publishedOn, sequel }: RecordPlan): readonly Step[] {
  if (sequel === undefined) return []
  const chance = dice(`${stage.seed}:record:${index}:after`)
  const { edit, submit, clear, publish } = handsOf(stage, draft.unitId)
  const { app } = stage
  const day = calendar.workingDayAt(calendar.workingDaysBefore(publishedOn) + sequel.after)
  const hour = (from: number): Date => atHour(day, from, from + 0.9, chance)
  if (sequel.kind === 'withdrawn') return [{ name: 'withdraw', at: hour(9), perform: async (number, how) => app.call('publication.withdraw-record', await edit(), { number, reason: words.withdrawReason }, how) }]
  if (sequel.kind === 'revoked') {
    const report: Step = { name: 'revoked', at: hour(9), perform: async (number, how) => app.call('publication.report-revocation', await edit(), { number, kind: 'revoked', decidedOn: dayOf(how.now), reason: words.revokedReason }, how) }
    // Some are forgotten: the program withdraws them on the last day.
    return chance.chance(0.3) ? [report] : [report, { name: 'withdraw', at: hour(15), perform: async (number, how) => app.call('publication.withdraw-record', await edit(), { number, reason: words.revokedReason }, how) }]
  }
  return [
    { name: 'change', at: hour(9), perform: async (number, how) => app.call('publication.change-record', await edit(), { number, changedOn: dayOf(how.now), reason: words.changeReason }, how) },
    { name: 'save-change', at: hour(10), perform: async (number, how) => app.call('publication.save-draft', await edit(), { ...draft, number, body: `${draft.body}${words.corrected}` }, how) },
    { name: 'submit-change', at: hour(11), perform: submit },
    { name: 'clear-change', at: hour(14), perform: clear },
    { name: 'publish-change', at: hour(15), perform: publish },
  ]
}
