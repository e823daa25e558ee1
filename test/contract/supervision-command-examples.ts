import { personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { aComplaint, aFinding, aLetter, anOpening, aSample, supervisionPeople, type SupervisionPeople, thePatrol } from '#test/harness/supervision.ts'
import type { CommandRecipe } from './command-examples.ts'

type By = keyof SupervisionPeople

/** A record, for one of the people of supervision. */
function madeFor(by: By, make: (office: TestOffice) => Promise<string>): CommandRecipe {
  return async (office) => ({ caller: (await supervisionPeople(office))[by], values: { number: await make(office) } })
}

const finding = async (office: TestOffice): Promise<string> => (await aFinding(office)).number
const explained = async (office: TestOffice): Promise<string> => {
  const number = await finding(office)
  await office.call('supervision.explain-finding', (await supervisionPeople(office)).head, { number, text: '排班疏漏。' })
  return number
}
const appealed = async (office: TestOffice): Promise<string> => {
  const number = await finding(office)
  await office.call('supervision.appeal-finding', (await supervisionPeople(office)).head, { number, reason: '有误。' })
  return number
}
const answered = async (office: TestOffice): Promise<string> => {
  const number = await aLetter(office)
  await office.call('supervision.answer-measure', (await supervisionPeople(office)).head, { number, text: '已整改。' })
  return number
}
const talk = async (office: TestOffice): Promise<string> => (await aFinding(office, { grade: 'serious' })).measures[0] ?? ''
const byPerson = (stage?: 'answered'): CommandRecipe => async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: stage === undefined ? {} : { number: await aComplaint(office, stage) } })

/** One recipe for each command of supervision. */
export const supervisionRecipes: Readonly<Record<string, CommandRecipe>> = {
  'supervision.record-finding': async (office) => ({ caller: (await supervisionPeople(office)).inspector, values: { matterNumbers: [(await aSubmittedCase(office)).number] } }),
  'supervision.explain-finding': madeFor('head', finding),
  'supervision.close-finding': madeFor('inspector', explained),
  'supervision.appeal-finding': madeFor('head', finding),
  'supervision.decide-finding-appeal': madeFor('other', appealed),
  'supervision.answer-measure': madeFor('head', aLetter),
  'supervision.settle-measure': madeFor('inspector', answered),
  'supervision.hold-talk': madeFor('inspector', talk),
  'supervision.record-visit': async (office) => {
    office.clock.set(new Date('2026-09-07T07:00:00+08:00'))
    const { number, visits } = await thePatrol(office)
    const [visit] = visits
    office.clock.set(new Date(visit?.plannedAt ?? ''))
    return { caller: (await supervisionPeople(office)).inspector, values: { number, visitId: visit?.id } }
  },
  'supervision.record-opening': async (office) => ({ caller: (await supervisionPeople(office)).inspector, values: {} }),
  'supervision.answer-item': madeFor('inspector', anOpening),
  'supervision.file-complaint': byPerson(),
  'supervision.accept-complaint': madeFor('inspector', (office) => aComplaint(office)),
  'supervision.decline-complaint': madeFor('inspector', (office) => aComplaint(office)),
  'supervision.answer-complaint': madeFor('inspector', (office) => aComplaint(office, 'accepted')),
  'supervision.appeal-complaint': byPerson('answered'),
  'supervision.conclude-complaint': madeFor('other', (office) => aComplaint(office, 'appealed')),
  'supervision.check-reply': async (office) => ({ caller: (await supervisionPeople(office)).inspector, values: await aSample(office) }),
}
