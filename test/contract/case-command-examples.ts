import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { law } from '#kernel/access/caller.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { approverOf, clerk, headOf, holderOf, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aCaseOwingAFee, aChargedCase, aDecidedCase, aDraft, aReviewedCase, aSubmittedCase, anAcceptedCase, caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'
import type { CommandRecipe, Prepared } from './command-examples.ts'

type CaseChanges = NonNullable<Parameters<typeof aSubmittedCase>[1]>

const m3AndM6 = [
  { material: 'm3', by: 'paper', copies: 1 },
  { material: 'm6', by: 'paper', copies: 1 },
] as const
const owing: CaseChanges = { materials: [...m3AndM6, { material: 'm4', by: 'gap' }] }
const pledged: CaseChanges = {
  pledge: true,
  materials: [
    { material: 'm3', by: 'pledge' },
    { material: 'm4', by: 'paper', copies: 1 },
    { material: 'm6', by: 'paper', copies: 1 },
  ],
}

const atWindow: CommandRecipe = async (office) => ({ caller: await clerk(office), values: { number: (await aSubmittedCase(office)).number } })
const byReviewer: CommandRecipe = async (office) => ({ caller: await reviewerOf(office, foodLicence.unit), values: { number: (await anAcceptedCase(office)).number } })

/** How the case of each command of the module is brought to the state in which the command is given. */
export const caseRecipes: Readonly<Record<string, CommandRecipe>> = {
  'cases.read-form': atWindow,
  'cases.submit-case': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: {} }),
  'cases.save-draft': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: {} }),
  'cases.discard-draft': async (office) => {
    const { id, person } = await aDraft(office, randomUUID())
    return { caller: person, values: { id } }
  },
  'cases.demand-fee': async (office) => ({ caller: await reviewerOf(office, foodLicence.unit), values: { number: (await aChargedCase(office)).number } }),
  'cases.pay-fee': async (office) => ofPerson(await aCaseOwingAFee(office)),
  'cases.refund-fee': async (office) => {
    const { number, person } = await aCaseOwingAFee(office)
    await office.call('cases.pay-fee', person, { number })
    return { caller: await approverOf(office, foodLicence.unit), values: { number } }
  },
  'cases.receive-case': atWindow,
  'cases.forward-case': aCaseOfAnotherRegion,
  'cases.accept-case': atWindow,
  'cases.request-correction': atWindow,
  'cases.correct-case': async (office) => {
    const { number, person } = await aSubmittedCase(office)
    await office.call('cases.request-correction', await clerk(office), { number, defects: [{ material: 'm4', standard: 0 }] })
    return { caller: person, values: { number } }
  },
  'cases.find-not-required': atWindow,
  'cases.find-out-of-scope': atWindow,
  'cases.refuse-acceptance': atWindow,
  'cases.review-case': async (office) => {
    const { caller, values } = await byReviewer(office)
    return { caller, values: { ...values, officers: ['HD0076', 'HD0077'] } }
  },
  'cases.transfer-case': async (office) => {
    const { number } = await anAcceptedCase(office)
    const drawn = (await caseAs(office, law, number)).steps.find(({ key }) => key === 'review')?.personId
    const reviewers = await Promise.all([0, 1].map((place) => reviewerOf(office, foodLicence.unit, place)))
    return { caller: await headOf(office, foodLicence.unit), values: { number, personId: reviewers.find(({ id }) => id !== drawn)?.id } }
  },
  'cases.return-case': async (office) => ({ caller: await approverOf(office, foodLicence.unit), values: { number: (await aReviewedCase(office)).number } }),
  'cases.ask-countersign': byReviewer,
  'cases.suspend-case': byReviewer,
  'cases.resume-case': async (office) => {
    const { number } = await anAcceptedCase(office)
    const caller = await reviewerOf(office, foodLicence.unit)
    await office.call('cases.suspend-case', caller, { number, cause: 'expertReview', reason: '需要专家论证', limit: { value: 3, unit: 'WORKING_DAY' } })
    return { caller, values: { number } }
  },
  'cases.extend-case': async (office) => ({ caller: await headOf(office, foodLicence.unit), values: { number: (await anAcceptedCase(office)).number } }),
  'cases.supply-material': async (office) => ofPerson(await anAcceptedCase(office, owing)),
  'cases.withdraw-pledge': async (office) => ofPerson(await aSubmittedCase(office, pledged)),
  'cases.withdraw-case': async (office) => ofPerson(await aSubmittedCase(office)),
  'cases.decide-case': async (office) => ({ caller: await approverOf(office, foodLicence.unit), values: { number: (await aReviewedCase(office)).number } }),
  'cases.issue-case': async (office) => ({ caller: await approverOf(office, foodLicence.unit), values: { number: (await aDecidedCase(office)).number } }),
  'cases.deliver-case': async (office) => {
    const { number } = await aDecidedCase(office)
    await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
    return { caller: await clerk(office), values: { number } }
  },
  'cases.record-visit': atWindow,
  'cases.verify-pledge': async (office) => ({ caller: await reviewerOf(office, foodLicence.unit), values: { number: (await aDecidedCase(office, { result: 'approve' }, pledged)).number } }),
  'cases.archive-case': async (office) => {
    const { number, person } = await aSubmittedCase(office)
    await office.call('cases.withdraw-case', person, { number, reason: '计划有变' })
    return { caller: await holderOf(office, 'archivist', (await getOffice(office.database.db)).id), values: { number } }
  },
  'cases.revoke-case': async (office) => ({ caller: await headOf(office, foodLicence.unit), values: { number: (await aDecidedCase(office)).number } }),
}

function ofPerson({ number, person }: { readonly number: string; readonly person: Prepared['caller'] }): Prepared {
  return { caller: person, values: { number } }
}

/** A case handed in at a window of another district, which the demo city has not. */
async function aCaseOfAnotherRegion(office: TestOffice): Promise<Prepared> {
  const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
  await owner.connect()
  await owner.query(`INSERT INTO halls SELECT h.* FROM jsonb_populate_record((SELECT x FROM halls x WHERE id = 'qu-zhengwu'), '{"id": "baiyun", "name": "白云区政务服务中心", "region_code": "440111"}') h`)
  await owner.end()
  const { windowId: _window, ...window } = await clerk(office)
  const caller = { ...window, hallId: 'baiyun' }
  const { number } = await office.call('cases.submit-case', caller, foodApplication({ channel: 'window', applicantId: (await personCaller(office, 'zhang-xiaomei')).id }))
  return { caller, values: { number } }
}
