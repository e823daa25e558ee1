import type { InputOf, OutputOf } from '#app'
import type { PersonCaller } from '#kernel/access/caller.ts'
import { approverOf, clerk, personCaller, reviewerOf } from './callers.ts'
import type { TestOffice } from './office.ts'

/** 食品经营许可 of the demo district: 市场监管 reviews with two officers, 消防 countersigns, 市场监管 decides. */
export const foodLicence = { implementCode: '11440114MB2C00144C4440114005000', unit: 'shichang-jianguan', countersigner: 'xiaofang-jiuyuan' } as const

/** An application to run a small restaurant, complete in every field. */
export function foodApplication(changes: Partial<InputOf<'cases.submit-case'>> = {}): InputOf<'cases.submit-case'> {
  return {
    implementCode: foodLicence.implementCode,
    answers: { handling: ['new'], 'applicant-kind': ['person'], 'business-form': ['catering'], online: ['no'], 'cold-or-raw': ['neither'] },
    form: {
      applicantName: '张小梅',
      applicantId: '11010519491231002X',
      contactPhone: '13800000001',
      shopName: '小梅小吃店',
      siteAddress: '花都区新华街示例路1号',
      floorArea: 42.5,
      kitchenArea: 15,
      cateringItems: ['hot'],
      foodSafetyOfficer: '张小梅',
      foodSafetyOfficerPhone: '13800000001',
      staff: 3,
      staffNames: '张小梅、李某',
      deliveryWay: 'a',
    },
    materials: [
      { material: 'm3', by: 'paper', copies: 1 },
      { material: 'm4', by: 'paper', copies: 1 },
      { material: 'm6', by: 'paper', copies: 1 },
    ],
    ...changes,
  }
}

type CaseAnswer = OutputOf<'cases.get-case'>

/** A case just submitted online by a person of the demo city. */
export async function aSubmittedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<OutputOf<'cases.submit-case'> & { readonly person: PersonCaller }> {
  const person = await personCaller(office, 'zhang-xiaomei')
  return { ...(await office.call('cases.submit-case', person, foodApplication(changes))), person }
}

/** A case accepted at the window and drawn to its reviewers. */
export async function anAcceptedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const { number, person } = await aSubmittedCase(office, changes)
  await office.call('cases.accept-case', await clerk(office), { number })
  return { number, person }
}

/** A case in which every unit agreed. */
export async function aReviewedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const accepted = await anAcceptedCase(office, changes)
  await giveOpinions(office, accepted.number)
  return accepted
}

export async function giveOpinions(office: TestOffice, number: string): Promise<void> {
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.countersigner), { number, opinion: 'agree' })
}

/** A case decided, granted unless told. */
export async function aDecidedCase(office: TestOffice, decision: { readonly result: 'approve' | 'refuse'; readonly reasons?: string[] } = { result: 'approve' }, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const reviewed = await aReviewedCase(office, changes)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number: reviewed.number, ...decision })
  return reviewed
}

/** The case as somebody sees it. */
export async function caseAs(office: TestOffice, caller: Parameters<TestOffice['call']>[1], number: string): Promise<CaseAnswer> {
  return office.call('cases.get-case', caller, { number })
}
