import { aMail, anAnnualReport, anOriginal, anUnclearRequest, aPublicationProposal, aRequest, disclosurePeople, type DisclosurePeople, type RequestStage } from '#test/harness/disclosure.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { clerk } from '#test/harness/callers.ts'
import type { CommandRecipe } from './command-examples.ts'

/** An application at a stage, for one of the people of a disclosure institution. */
function requestAt(stage: RequestStage, by: keyof DisclosurePeople): CommandRecipe {
  return async (office) => ({ caller: (await disclosurePeople(office))[by], values: { number: await aRequest(office, stage) } })
}

/** An application that waits for the fee of its pages. */
function unpaid(by: 'officer' | 'head'): CommandRecipe {
  return async (office) => {
    const people = await disclosurePeople(office)
    const number = await aRequest(office)
    await office.call('disclosure.demand-fee', people.officer, { number, method: 'pages', pages: 31 })
    return { caller: people[by], values: { number } }
  }
}

async function consulted(office: TestOffice): Promise<{ readonly number: string; readonly consultationId: string }> {
  const { officer } = await disclosurePeople(office)
  const number = await aRequest(office)
  const { consultations } = await office.call('disclosure.consult-party', officer, { number, kind: 'thirdParty', party: '某商业公司', question: '是否同意公开？' })
  return { number, consultationId: consultations[0]?.id ?? '' }
}

/** How the application of each command of disclosure is brought to the state in which the command is given. */
export const disclosureRecipes: Readonly<Record<string, CommandRecipe>> = {
  'disclosure.submit-request': async (office) => ({ caller: (await disclosurePeople(office)).person, values: {} }),
  'disclosure.register-request': async (office) => ({ caller: await clerk(office), values: {} }),
  'disclosure.publish-annual-report': async (office) => ({ caller: (await disclosurePeople(office)).head, values: { number: await anAnnualReport(office) } }),
  'disclosure.set-mail-aside': async (office) => ({ caller: (await disclosurePeople(office)).officer, values: { id: await aMail(office) } }),
  'disclosure.receive-request': requestAt('submitted', 'officer'),
  'disclosure.request-clarification': requestAt('handling', 'officer'),
  'disclosure.clarify-request': async (office) => ({ caller: (await disclosurePeople(office)).person, values: { number: await anUnclearRequest(office) } }),
  'disclosure.consult-party': requestAt('handling', 'officer'),
  'disclosure.record-opinion': async (office) => ({ caller: (await disclosurePeople(office)).officer, values: await consulted(office) }),
  'disclosure.extend-request': requestAt('handling', 'head'),
  'disclosure.demand-fee': requestAt('handling', 'officer'),
  'disclosure.record-payment': unpaid('officer'),
  'disclosure.waive-fee': unpaid('head'),
  'disclosure.withdraw-request': requestAt('handling', 'person'),
  'disclosure.read-applicant': requestAt('handling', 'officer'),
  'disclosure.make-excerpt': async (office) => ({ caller: (await disclosurePeople(office)).officer, values: { number: await aRequest(office), fileId: await anOriginal(office) } }),
  'disclosure.draft-answer': requestAt('handling', 'officer'),
  'disclosure.return-draft': requestAt('drafted', 'head'),
  'disclosure.issue-answer': requestAt('drafted', 'head'),
  'disclosure.deliver-answer': async (office) => {
    const { officer, head } = await disclosurePeople(office)
    const number = await aRequest(office, 'drafted', { wantedForm: 'post' })
    await office.call('disclosure.issue-answer', head, { number })
    return { caller: officer, values: { number } }
  },
  'disclosure.record-remedy': requestAt('closed', 'officer'),
  'disclosure.decide-proposal': async (office) => ({ caller: (await disclosurePeople(office)).head, values: { id: await aPublicationProposal(office) } }),
}
