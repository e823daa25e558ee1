import type { App } from '../app.ts'
import { loader } from './loader.ts'

/** A sign-in of the demo city: a bearer token and whom it acts as. */
export interface DemoToken {
  readonly role: string
  readonly name: string
  readonly token: string
}

/** One member of staff for each role (data/city/staff.json); reviewer, approver and head are of 市场监管局, which decides 食品经营许可. */
const staff = {
  windowClerk: 'HD0148',
  reviewer: 'HD0076',
  approver: 'HD0074',
  unitHead: 'HD0073',
  catalogueEditor: 'HD0003',
  cataloguePublisher: 'HD0005',
  hallManager: 'HD0006',
  supervisor: 'HD0013',
  reviewHandler: 'HD0009',
  administrator: 'HD0011',
  archivist: 'HD0012',
  hotlineOperator: 'HD0010',
  hotlineLead: 'HD0002',
  gridCommander: 'HD0190',
  gridWorker: 'HD0191',
  disclosureOfficer: 'HD0079',
  disclosureHead: 'HD0075',
  publicationEditor: 'HD0079',
  secrecyReviewer: 'HD0075',
  inspector: 'HD0009',
} as const

/** A person who applies in person, and the agent of an organisation (data/city/citizens.json). */
const persons = { person: 'zhang-xiaomei', agent: 'tan-yongan' } as const

/** Issues a fresh token for each role, a person and an agent; the tokens of earlier starts stay valid for their year. */
export async function demoTokens(app: App): Promise<readonly DemoToken[]> {
  const tokens: DemoToken[] = []
  for (const [role, staffId] of Object.entries(staff)) {
    const { token, name } = await app.call('organisation.issue-token', loader, { staffId })
    tokens.push({ role, name, token })
  }
  for (const [role, key] of Object.entries(persons)) {
    const { token, person } = await app.call('subjects.issue-token', loader, { key })
    tokens.push({ role, name: person.maskedName, token })
  }
  return tokens
}
