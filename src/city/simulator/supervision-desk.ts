import type { StaffCaller } from '#kernel/access/caller.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import type { OutputOf } from '../../app.ts'
import { type Dice, dice } from './dice.ts'
import { actOptions } from './people.ts'
import type { Watched } from './supervision-complaints.ts'
import words from './supervision-words.zh-CN.json' with { type: 'json' }

type Finding = OutputOf<'supervision.list-findings'>['items'][number]
type Measure = OutputOf<'supervision.list-measures'>['items'][number]

/** The heads of units explain findings and answer measures some days after they came; some appeal, some let the time pass (S-03, S-05, S-06). */
export async function answerForUnits(desk: Watched, at: Date): Promise<void> {
  const { stage: { app, seed }, watchers } = desk
  for (const { number, unitId, foundAt } of await findingsIn(desk, 'opened', at)) {
    const chance = dice(`${seed}:finding:${number}`)
    const head = await watchers.head(unitId)
    const days = daysSince(desk, foundAt, at)
    if (head === undefined || chance.chance(0.04) || days < chance.between(1, 4)) continue
    const how = actOptions(seed, `finding:${number}:heard`, at)
    // What was found while nobody was at work is no longer open to appeal.
    if (days <= 4 && chance.chance(0.08)) await app.call('supervision.appeal-finding', head, { number, reason: words.appeal }, how)
    else await app.call('supervision.explain-finding', head, { number, text: chance.pick(words.explanation) }, how)
  }
  for (const { number, unitId, measure, issuedAt } of await measuresIn(desk, 'issued', at)) {
    const head = await watchers.head(unitId)
    if (head === undefined || isTalk(measure) || daysSince(desk, issuedAt, at) < waitOf(seed, number)) continue
    await app.call('supervision.answer-measure', head, { number, text: words.measureAnswer }, actOptions(seed, `measure:${number}:answered`, at))
  }
}

/** The inspectors close what was explained or left without a word, decide appeals against what another wrote, hold talks and settle measures. */
export async function decideForOffice(desk: Watched, at: Date): Promise<void> {
  const { stage: { app, seed }, watchers } = desk
  const how = (number: string) => actOptions(seed, `supervision:${number}:decided`, at)
  const inspector = await watchers.inspector(0)
  const unexplained = (await findingsIn(desk, 'opened', at)).filter(({ overdue }) => overdue)
  for (const { number, overdue } of [...(await findingsIn(desk, 'explained', at)), ...unexplained]) {
    await app.call('supervision.close-finding', inspector, { number, conclusion: overdue ? words.silence : words.conclusion }, how(number))
  }
  for (const { number } of await findingsIn(desk, 'appealed', at)) {
    const { recorder } = await app.call('supervision.get-finding', inspector, { number }, { now: at })
    const upheld = dice(`${seed}:appeal:${number}`).chance(0.6)
    await app.call('supervision.decide-finding-appeal', await watchers.inspector(0, recorder.replace('staff:', '')), { number, upheld, reasoning: upheld ? words.upheld : words.overturned }, how(number))
  }
  for (const { number } of await measuresIn(desk, 'answered', at)) await app.call('supervision.settle-measure', inspector, { number, enough: true, remark: words.measureSettled }, how(number))
  for (const { number, measure, issuedAt } of await measuresIn(desk, 'issued', at)) {
    if (isTalk(measure) && daysSince(desk, issuedAt, at) >= waitOf(seed, number)) await app.call('supervision.hold-talk', inspector, { number, heldBy: inspector.id, record: words.talk }, how(number))
  }
}

/** The replies that were drawn in the morning are looked at a second time, each by an inspector who had no hand in it. */
export async function lookAgain({ stage: { app, seed }, watchers }: Watched, at: Date): Promise<void> {
  const { items } = await app.call('supervision.list-samples', await watchers.inspector(0), { limit: 1 }, { now: at })
  for (const { number, state } of items) {
    if (state === 'drawn') for (const turn of [0, 1]) await lookAgainAs(await watchers.inspector(turn), number)
  }

  async function lookAgainAs(inspector: StaffCaller, number: string): Promise<void> {
    const { replies } = await app.call('supervision.get-sample', inspector, { number }, { now: at })
    for (const { id, checkedAt, own } of replies) {
      if (checkedAt !== null || own) continue
      const faults = dice(`${seed}:reply:${id}`).chance(0.05) ? { faults: ['noBasis' as const], remark: words.sampleRemark } : {}
      await app.call('supervision.check-reply', inspector, { number, replyId: id, ...faults }, actOptions(seed, `reply:${id}`, at))
    }
  }
}

function isTalk(measure: string): boolean {
  return measure.startsWith('talk')
}

/** After how many working days a measure is answered or a talk held. */
function waitOf(seed: string, number: string): number {
  const chance: Dice = dice(`${seed}:measure:${number}`)
  return chance.between(1, 8)
}

function daysSince({ calendar }: Watched, since: string, at: Date): number {
  const day: Day = dayOf(new Date(since))
  return calendar.workingDaysBefore(dayOf(at)) - calendar.workingDaysBefore(day)
}

/** All findings in a state, oldest first. */
async function findingsIn({ stage: { app }, watchers }: Watched, state: string, at: Date): Promise<readonly Finding[]> {
  const inspector = await watchers.inspector(0)
  return allOf((cursor) => app.call('supervision.list-findings', inspector, { state, limit: 100, ...(cursor !== undefined && { cursor }) }, { now: at }))
}

async function measuresIn({ stage: { app }, watchers }: Watched, state: string, at: Date): Promise<readonly Measure[]> {
  const inspector = await watchers.inspector(0)
  return allOf((cursor) => app.call('supervision.list-measures', inspector, { state, limit: 100, ...(cursor !== undefined && { cursor }) }, { now: at }))
}

async function allOf<T>(page: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>): Promise<readonly T[]> {
  const found: T[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await page(cursor)
    found.push(...items)
    if (nextCursor === null) return found.toReversed()
    cursor = nextCursor
  }
}
