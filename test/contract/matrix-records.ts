import { randomUUID } from 'node:crypto'
import { law } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { beginUpload } from '#kernel/files/operations/begin-upload.ts'
import { certificateIdentifier, parseCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts'
import { dayOf } from '#kernel/time/day.ts'
import { issueCertificate, raiseDoubt } from '#modules/certificates/index.ts'
import { holderOf, personCaller, subjectId } from '#test/harness/callers.ts'
import { aDraft, aSubmittedCase } from '#test/harness/cases.ts'
import { aDispatchedEvent } from '#test/harness/grid.ts'
import { aGivenFile, aMail, anAnnualReport, aPublicationProposal } from '#test/harness/disclosure.ts'
import { aCallOnTheLine, anOrder, aRemindedOrder } from '#test/harness/hotline.ts'
import { testCtx } from '#test/harness/matters.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { aPower, aProposal, aRecord } from '#test/harness/publication.ts'
import { serve } from '#test/harness/served-persons.ts'
import { aBulletin, aComplaint, aFindingWithFile, aLetter, anOpening, aSample, thePatrol } from '#test/harness/supervision.ts'
import { matrixCallers, ownUnit } from './matrix-callers.ts'
import type { FieldValues } from './request-input.ts'

/** A record that an operation addresses: one that exists, one of the same shape that does not, and who finds it there. */
export interface RecordKind {
  /** Start of the paths that address it, up to its parameter. */
  readonly path: `/${string}`
  missing(existing: FieldValues): FieldValues
  make(office: TestOffice): Promise<FieldValues>
  /** Names of callers that reach it, of those who hold the permission; `own` and `foreign` both where the unit is left out. */
  reachedBy(operation: string): readonly string[]
}

const nobody = '01999999-0000-7000-8000-00000000dead'
const hall = ['windowClerk', 'hallManager', 'supervisor']
/** Everybody who may be the subject of a finding, and those who watch. */
const inspected = ['windowClerk', 'reviewer', 'approver', 'unitHead', 'hallManager', 'catalogueEditor', 'cataloguePublisher', 'reviewHandler', 'archivist', 'hotlineOperator', 'hotlineLead', 'inspector', 'supervisor']
const unit = ['reviewer own', 'approver own', 'unitHead own', 'actingHead own']

/** Reading unmasked needs a part in an open matter of the subject, or having read his card just now as every clerk here has; masked reading a role. */
const subjectReaders: Readonly<Record<string, readonly string[]>> = {
  'subjects.get-subject': ['person', 'windowClerk', 'reviewer', 'approver', 'unitHead', 'supervisor', 'administrator'],
  'subjects.forget-subject': ['administrator'],
  'subjects.unmask': ['windowClerk own', ...unit, 'reviewHandler own'],
  'subjects.read-known-facts': ['windowClerk'],
}

/** The records that belong to somebody: a person, a unit. Operations on them must have their path here, or among the open ones. */
export const recordKinds: readonly RecordKind[] = [
  {
    path: '/cases/{number}',
    missing: () => ({ number: '11440114MB2C00144C4440114005000209901019999', documentId: nobody, fileId: nobody }),
    make: aCase,
    reachedBy: (operation) => (operation.startsWith('evaluations.') ? ['person'] : ['person', ...hall, ...unit]),
  },
  {
    path: '/certificates/{identifier}',
    missing: anotherIdentifier,
    make: async (office) => ({ identifier: (await aCertificate(office)).identifier }),
    reachedBy: (operation) => (['certificates.get-pdf', 'certificates.list-uses'].includes(operation) ? ['person'] : ['approver own', 'unitHead own']),
  },
  { path: '/certificate-doubts/{id}', missing: () => ({ id: nobody }), make: aDoubt, reachedBy: (operation) => ['approver own', 'unitHead own', ...(operation === 'certificates.get-doubt' ? ['supervisor'] : [])] },
  {
    path: '/rectifications/{number}',
    missing: () => ({ number: 'HPZG209901019999' }),
    make: async (office) => ({ number: (await aBadReview(office)).rectificationNumber ?? '' }),
    reachedBy: () => ['person', 'reviewHandler own', 'supervisor', 'unitHead own'],
  },
  { path: '/evaluations/{reviewId}', missing: () => ({ reviewId: nobody }), make: async (office) => ({ reviewId: (await aBadReview(office)).reviewId }), reachedBy: () => ['reviewHandler own'] },
  {
    path: '/hotline/orders/{number}',
    missing: () => ({ number: 'RX2099010199999', documentId: nobody, fileId: nobody }),
    make: aRemindedOrder,
    reachedBy: (operation) => (operation === 'hotline.find-similar' ? ['hotlineOperator own', 'supervisor'] : ['person', 'hotlineOperator own', 'hotlineLead own', 'supervisor', 'reviewer own', 'approver own', 'unitHead own']),
  },
  {
    path: '/grid/events/{number}',
    missing: () => ({ number: 'WG2099010199999', fileId: nobody }),
    make: async (office) => ({ ...(await aDispatchedEvent(office, ownUnit)), orderNumber: (await anOrder(office)).number }),
    reachedBy: () => ['person', 'gridCommander own', 'hotlineOperator own', 'hotlineLead own', 'supervisor', 'reviewer own', 'approver own'],
  },
  { path: '/hotline/calls/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aCallOnTheLine(office) }), reachedBy: (operation) => ['hotlineOperator own', ...(operation === 'hotline.get-call' ? ['supervisor'] : [])] },
  {
    path: '/public-records/{number}',
    missing: () => ({ number: 'GK209901019999' }),
    make: async (office) => ({ number: await aRecord(office) }),
    reachedBy: () => ['publicationEditor own', 'secrecyReviewer own', 'unitHead own', 'supervisor'],
  },
  { path: '/publication-proposals/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aProposal(office) }), reachedBy: () => ['publicationEditor own'] },
  { path: '/powers/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aPower(office) }), reachedBy: (operation) => (operation === 'publication.get-power' ? ['foreign person'] : ['publicationEditor own']) },
  {
    path: '/subjects/{id}',
    missing: () => ({ id: nobody, matterNumber: 'X1' }),
    make: aSubject,
    reachedBy: (operation) => subjectReaders[operation] ?? [],
  },
  // 岁汇联: its agent, and its legal representative.
  { path: '/agent-authorisations/{id}', missing: () => ({ id: nobody }), make: anAuthorisation, reachedBy: () => ['agent', 'foreign person'] },
  { path: '/head-agencies/{id}', missing: () => ({ id: 'zhengwu-shuju-1999-01-01' }), make: async () => ({ id: 'zhengwu-shuju-2026-01-01' }), reachedBy: () => ['hotlineLead own'] },
  { path: '/case-drafts/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: (await aDraft(office, randomUUID())).id }), reachedBy: () => ['person'] },
  { path: '/messages/{id}', missing: () => ({ id: nobody }), make: aMessage, reachedBy: () => ['person'] },
  { path: '/findings/{number}', missing: () => ({ number: 'JC209901019999', fileId: nobody }), make: aFindingWithFile, reachedBy: () => ['inspector own', 'supervisor', 'unitHead own'] },
  { path: '/measures/{number}', missing: () => ({ number: 'DC209901019999' }), make: async (office) => ({ number: await aLetter(office) }), reachedBy: () => ['inspector own', 'supervisor', 'unitHead own'] },
  { path: '/patrols/{number}', missing: () => ({ number: 'XC209901019999' }), make: async (office) => ({ number: (await thePatrol(office)).number }), reachedBy: (operation) => (operation === 'supervision.record-visit' ? ['inspector own'] : inspected) },
  { path: '/box-openings/{number}', missing: () => ({ number: 'KX209901019999' }), make: async (office) => ({ number: await anOpening(office) }), reachedBy: () => ['inspector own', 'supervisor'] },
  { path: '/service-complaints/{number}', missing: () => ({ number: 'FT209901019999' }), make: async (office) => ({ number: await aComplaint(office) }), reachedBy: () => ['person', 'inspector own', 'supervisor'] },
  { path: '/reply-samples/{number}', missing: () => ({ number: 'CC209901019999' }), make: (office) => aSample(office), reachedBy: () => ['inspector own', 'supervisor'] },
  { path: '/bulletins/{number}', missing: () => ({ number: 'TB209901019999' }), make: async (office) => ({ number: await aBulletin(office) }), reachedBy: () => inspected },
  { path: '/report-requests/{id}', missing: () => ({ id: nobody }), make: aReport, reachedBy: () => ['supervisor own'] },
  {
    path: '/disclosure/requests/{number}',
    missing: () => ({ number: 'SQ2099010199999', documentId: nobody, fileId: nobody }),
    make: async (office) => ({ ...(await aGivenFile(office)) }),
    reachedBy: disclosureReaders,
  },
  { path: '/disclosure/mails/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aMail(office) }), reachedBy: (operation) => ['disclosureOfficer own', ...(operation === 'disclosure.get-mail' ? ['supervisor'] : [])] },
  { path: '/disclosure/annual-reports/{number}', missing: () => ({ number: 'NB209901019999' }), make: async (office) => ({ number: await anAnnualReport(office) }), reachedBy: () => ['disclosureOfficer own', 'disclosureHead own', 'unitHead own', 'supervisor'] },
  { path: '/disclosure/proposals/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aPublicationProposal(office) }), reachedBy: () => ['disclosureHead own'] },
  { path: '/uploads/{id}', missing: () => ({ id: nobody }), make: anUpload, reachedBy: () => ['person'] },
  { path: '/files/{id}', missing: () => ({ id: nobody }), make: async (office) => ({ id: await aFile(office) }), reachedBy: () => ['person'] },
]

/** An original is found by who uploaded it; what was given also by who asked for it, the application itself by the supervisors too. */
function disclosureReaders(operation: string): readonly string[] {
  if (['disclosure.read-source', 'disclosure.make-excerpt'].includes(operation)) return ['disclosureOfficer own']
  const parties = ['person', 'disclosureOfficer own', 'disclosureHead own']
  return ['disclosure.get-document', 'disclosure.get-document-words', 'disclosure.get-file', 'disclosure.read-applicant'].includes(operation) ? parties : [...parties, 'supervisor']
}

/** Paths whose records are for everybody who may call the operation at all: the office itself, its catalogue, what anyone may verify. */
export const openPaths: readonly string[] = ['/webhooks', '/catalogue/', '/calendar/', '/settings', '/figures/', '/units/{unitId}', '/halls/{hallId}', '/windows/{windowId}', '/staff/{staffId}', '/draws/{id}', '/documents/{code}', '/document-kinds/{kind}', '/ledger/proofs/{eventHash}', '/progress/{number}', '/certificates/{identifier}/verify', '/hotline/progress/{number}', '/hotline/articles/{articleId}', '/hotline/ringing/{id}', '/grid/cells/{cellId}', '/grid/components/{code}', '/grid/progress/{number}', '/publications/{number}', '/publication-feeds/{format}', '/power-lists/{unitId}']

/** The record of an operation with a parameter in its path; undefined where it has none or an open one. Throws for one that stands nowhere. */
export function recordOf({ name, http }: Operation): RecordKind | undefined {
  if (http === undefined || !http.path.includes('{') || openPaths.some((path) => http.path.startsWith(path))) return undefined
  const kind = recordKinds.find(({ path }) => http.path.startsWith(path))
  if (kind === undefined) throw new Error(`${name} has no recipe: nothing is known of the record at ${http.path}`)
  return kind
}

/** A person with an open case, whose card every clerk of the matrix has read. */
async function aSubject(office: TestOffice): Promise<FieldValues> {
  const card = { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001', regionCode: '440114001', address: '新华街道建设北路12号之一' }
  for (const { name, caller } of await matrixCallers(office)) if (name.startsWith('windowClerk')) await office.call('subjects.find-or-register-person', caller, card)
  return { id: await subjectId(office, 'zhang-xiaomei'), matterNumber: (await aCase(office))['number'] }
}

async function aCase(office: TestOffice): Promise<FieldValues> {
  const fileId = await aFile(office)
  const { number, documents } = await aSubmittedCase(office, {
    materials: [
      { material: 'm3', by: 'file', fileId },
      { material: 'm4', by: 'paper', copies: 1 },
      { material: 'm6', by: 'paper', copies: 1 },
    ],
  })
  return { number, documentId: documents[0]?.id ?? '', fileId }
}

async function aFile(office: TestOffice): Promise<string> {
  const { id } = await office.call('kernel.upload-file', await personCaller(office, 'zhang-xiaomei'), { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') })
  return id
}

/** A file of which nothing has come yet: the one of the examples. */
async function anUpload(office: TestOffice): Promise<FieldValues> {
  const [example] = beginUpload.examples ?? []
  if (example === undefined) throw new Error('beginUpload has no example')
  return { id: (await office.call('kernel.begin-upload', await personCaller(office, 'zhang-xiaomei'), example.input)).id }
}

/** A report that a supervisor asked for, written. */
async function aReport(office: TestOffice): Promise<FieldValues> {
  const { id } = await office.call('reporting.request-report', await holderOf(office, 'supervisor', 'jiwei-jianwei'), { kind: 'scorecards', format: 'xlsx', from: '2026-09-01', to: '2026-09-30' })
  await office.call('reporting.write-report', law, { id })
  return { id }
}

async function aCertificate(office: TestOffice): Promise<{ readonly identifier: string; readonly matterId: string }> {
  const holderId = await subjectId(office, 'zhang-xiaomei')
  const matterId = randomUUID()
  const { identifier } = await office.database.db.transaction().execute((tx) =>
    issueCertificate(testCtx(office.app, tx), {
      typeKey: 'food-operation-licence',
      holderId,
      issuerUnitId: ownUnit,
      matterId,
      itemVersionId: null,
      validFrom: dayOf(office.clock.now()),
      validTo: '2031-09-06',
      fields: { 许可证编号: 'JY24401140000001', 经营场所: '新华街道建设北路12号之一', 主体业态: '餐饮服务经营者' },
    }),
  )
  return { identifier, matterId }
}

async function aDoubt(office: TestOffice): Promise<FieldValues> {
  const { identifier, matterId } = await aCertificate(office)
  const { id } = await office.database.db.transaction().execute((tx) => raiseDoubt(testCtx(office.app, tx), { identifier, matterId, field: '经营场所', statement: '新华街示例路1号' }))
  return { id }
}

/** A well-formed identifier, check character and all, under which nothing was issued. */
function anotherIdentifier({ identifier }: FieldValues): FieldValues {
  const parts = must(parseCertificateIdentifier(String(identifier)))
  return { identifier: must(certificateIdentifier({ ...parts, serial: '999999999' })) }
}

let served = 0
async function aBadReview(office: TestOffice): Promise<{ readonly reviewId: string; readonly rectificationNumber: string | null }> {
  const person = await personCaller(office, 'zhang-xiaomei')
  const caseNumber = `MATRIX${String((served += 1)).padStart(6, '0')}`
  await serve(office, { caseNumber, person, staffId: 'HD0078', unitId: ownUnit })
  return office.call('evaluations.rate', person, { number: caseNumber, grade: 1, reasons: ['115'], text: '跑了三趟' })
}

async function anAuthorisation(office: TestOffice): Promise<FieldValues> {
  const { items } = await office.call('subjects.list-authorisations', await personCaller(office, 'tan-yongan'), {})
  return { id: items[0]?.id ?? '' }
}

async function aMessage(office: TestOffice): Promise<FieldValues> {
  const { person } = await aSubmittedCase(office)
  const { items } = await office.call('kernel.list-messages', person, {})
  return { id: items[0]?.id ?? '' }
}
