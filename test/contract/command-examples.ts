import type { InputOf } from '#app'
import { anonymous, type Caller, type StaffCaller } from '#kernel/access/caller.ts'
import { totpCode } from '#kernel/crypto/totp.ts'
import { getOffice, type Role } from '#modules/organisation/index.ts'
import { administrator, approverOf, clerk, headOf, holderOf, personCaller, reviewerOf, subjectId } from '#test/harness/callers.ts'
import { publishItem } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { serve } from '#test/harness/served-persons.ts'
import { aSubscription } from '#test/harness/webhooks.ts'
import { caseRecipes } from './case-command-examples.ts'
import { gridRecipes } from './grid-command-examples.ts'
import { disclosureRecipes } from './disclosure-command-examples.ts'
import { hotlineRecipes } from './hotline-command-examples.ts'
import { ownUnit } from './matrix-callers.ts'
import { recordKinds } from './matrix-records.ts'
import { publicationRecipes } from './publication-command-examples.ts'
import { supervisionRecipes } from './supervision-command-examples.ts'
import { type FieldValues, knownValues } from './request-input.ts'

/** Who gives a command, and the values of the prepared record that take the place of those in its example. */
export interface Prepared {
  readonly caller: Caller
  readonly values: FieldValues
}

/** Brings a record into the state in which a command is given. */
export type CommandRecipe = (office: TestOffice) => Promise<Prepared>

const unchanged: CommandRecipe = async (office) => ({ caller: await administrator(office), values: {} })
const ofUnit: CommandRecipe = async (office) => ({ caller: await headOf(office, ownUnit), values: await recordAt(office, '/certificates/{identifier}') })

const aSubscriptionOf: CommandRecipe = async (office) => ({ caller: await administrator(office), values: { id: await aSubscription(office) } })

/** One recipe for each command that is served, by its name. */
export const commandRecipes: Readonly<Record<string, CommandRecipe>> = {
  ...caseRecipes,
  ...hotlineRecipes,
  ...disclosureRecipes,
  ...gridRecipes,
  ...publicationRecipes,
  ...supervisionRecipes,
  'kernel.publish-arrangement': unchanged,
  'kernel.import-ical': unchanged,
  'kernel.add-closure': unchanged,
  'kernel.end-closure': async (office) => {
    const caller = await administrator(office)
    const { id } = await office.call('kernel.add-closure', caller, { from: '2026-09-09', to: '2026-09-10', name: '台风停工', source: '区三防指挥部通知' })
    return { caller, values: { id } }
  },
  'webhooks.subscribe': unchanged,
  'webhooks.stop': aSubscriptionOf,
  'webhooks.redeliver': aSubscriptionOf,
  'kernel.change-setting': unchanged,
  'kernel.withdraw-setting-change': async (office) => {
    const caller = await administrator(office)
    await office.call('kernel.change-setting', caller, { key: 'cases.gap', value: 3, validFrom: '2026-10-12', reason: '压缩时限', document: '穗花政数〔2026〕12号' })
    return { caller, values: { key: 'cases.gap', validFrom: '2026-10-12' } }
  },
  'kernel.change-document-words': unchanged,
  'kernel.withdraw-document-words': async (office) => {
    const caller = await administrator(office)
    await office.call('kernel.change-document-words', caller, { kind: 'withdrawal', texts: ['行政许可申请撤回书'], validFrom: '2026-10-12', reason: '统一文书名称', document: '穗花政数〔2026〕18号' })
    return { caller, values: { kind: 'withdrawal', validFrom: '2026-10-12' } }
  },
  'kernel.set-signal-rungs': unchanged,
  'kernel.upload-file': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: {} }),
  'kernel.begin-upload': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: {} }),
  'kernel.append-to-upload': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: await recordAt(office, '/uploads/{id}') }),
  'kernel.mark-message-read': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: await recordAt(office, '/messages/{id}') }),
  'kernel.sign-out': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: {} }),
  'kernel.enrol-second-factor': async (office) => {
    const caller = await clerk(office)
    const { enrolment, uri } = await office.call('kernel.offer-second-factor', caller, {})
    return { caller, values: { enrolment, code: codeFrom(uri, office.clock.now()) } }
  },
  'organisation.assign-role': unchanged,
  'organisation.create-unit': unchanged,
  'organisation.change-unit': unchanged,
  'organisation.close-unit': async (office) => {
    const caller = await administrator(office)
    const unit = { name: '撤并示例局', shortName: '撤并示例', parentId: 'qu-zhengfu', regionCode: '440114', level: '4', creditCode: '11440114MB2C099979', management: 'local', phones: { consult: '020-00009901', complaint: '020-00009902' } } as const
    const { id } = await office.call('organisation.create-unit', caller, { id: 'chebing-shili', kind: 'department', ...unit })
    return { caller, values: { unitId: id } }
  },
  'organisation.create-hall': unchanged,
  'organisation.change-hall': unchanged,
  'organisation.close-hall': async (office) => ({ caller: await administrator(office), values: { hallId: await anEmptyHall(office) } }),
  'organisation.create-window': unchanged,
  'organisation.change-window': unchanged,
  'organisation.close-window': async (office) => {
    const caller = await administrator(office)
    const { id } = await office.call('organisation.create-window', caller, { hallId: 'qu-zhengwu', zone: 'zonghe', number: 98, name: '综合窗口98号', lowCounter: true, units: 'all' })
    return { caller, values: { windowId: id } }
  },
  'organisation.register-staff': unchanged,
  'organisation.place-staff': unchanged,
  'organisation.end-employment': unchanged,
  'organisation.end-role': async (office) => ({ caller: await administrator(office), values: { staffId: (await approverOf(office, ownUnit, 1)).id } }),
  'organisation.grant-head-agency': async (office) => ({ caller: await headOf(office, 'minzheng'), values: { deputyId: (await reviewerOf(office, 'minzheng')).id } }),
  'organisation.end-head-agency': async (office) => {
    const caller = await headOf(office, 'fazhan-gaige')
    const deputyId = (await reviewerOf(office, 'fazhan-gaige')).id
    const { id } = await office.call('organisation.grant-head-agency', caller, { unitId: 'fazhan-gaige', deputyId, powers: ['stopClock'], from: '2026-09-14', to: '2026-09-18' })
    return { caller, values: { id } }
  },
  'reception.take-ticket': async (office) => ({ caller: await clerk(office), values: {} }),
  'reception.call-next': async (office) => ({ caller: await atWindow(office, 1), values: {} }),
  'reception.start-service': async (office) => ({ caller: await withNumber(office, 2), values: {} }),
  'reception.finish-service': async (office) => ({ caller: await withNumber(office, 3), values: {} }),
  'reception.miss-ticket': async (office) => ({ caller: await withNumber(office, 4), values: {} }),
  'subjects.request-phone-code': async () => ({ caller: anonymous, values: {} }),
  'subjects.find-or-register-person': async (office) => ({ caller: await clerk(office), values: {} }),
  'subjects.register-organisation': async (office) => ({ caller: await clerk(office), values: { creditCode: '91440114MA5Y009000', legalRepresentativeId: await subjectId(office, 'li-guoqiang') } }),
  'subjects.authorise-agent': async (office) => ({ caller: await personCaller(office, 'li-guoqiang'), values: { principalId: await subjectId(office, 'suihuilian-gongyinglian') } }),
  'subjects.revoke-authorisation': async (office) => ({ caller: await personCaller(office, 'li-guoqiang'), values: await recordAt(office, '/agent-authorisations/{id}') }),
  'subjects.unmask': async (office) => ({ caller: await clerk(office), values: await recordAt(office, '/subjects/{id}') }),
  'subjects.read-known-facts': async (office) => ({ caller: await clerk(office), values: await recordAt(office, '/subjects/{id}') }),
  'subjects.forget-subject': async (office) => {
    const { id } = await office.call('subjects.find-or-register-person', await clerk(office), { name: '何小满', idNumber: '440114197001010014', phone: '13800000002', regionCode: '440114001', address: '新华街道建设北路12号之一' })
    return { caller: await administrator(office), values: { id } }
  },
  'catalogue.save-draft': async (office) => {
    const { implementCode, item } = await aDraft(office)
    return { caller: await ofOffice(office, 'catalogueEditor'), values: { implementCode, item } }
  },
  'catalogue.publish-version': async (office) => {
    const { implementCode, item } = await aDraft(office)
    const { version } = await office.call('catalogue.save-draft', await ofOffice(office, 'catalogueEditor'), { implementCode, item })
    return { caller: await ofOffice(office, 'cataloguePublisher'), values: { implementCode, version } }
  },
  'catalogue.discard-draft': async (office) => {
    const { implementCode, item } = await aDraft(office)
    const caller = await ofOffice(office, 'catalogueEditor')
    const { version } = await office.call('catalogue.save-draft', caller, { implementCode, item })
    return { caller, values: { implementCode, version } }
  },
  'catalogue.suspend-item': async (office) => ({ caller: await ofOffice(office, 'cataloguePublisher'), values: { implementCode: await anItem(office) } }),
  'catalogue.resume-item': async (office) => {
    const caller = await ofOffice(office, 'cataloguePublisher')
    const implementCode = await anItem(office)
    await office.call('catalogue.suspend-item', caller, { implementCode, reason: '办事系统切换' })
    return { caller, values: { implementCode } }
  },
  'catalogue.cancel-item': async (office) => ({ caller: await ofOffice(office, 'cataloguePublisher'), values: { implementCode: await anItem(office) } }),
  'catalogue.import-exchange': async (office) => ({ caller: await ofOffice(office, 'catalogueEditor'), values: {} }),
  'certificates.withhold': ofUnit,
  'certificates.restore': async (office) => {
    const { caller, values } = await ofUnit(office)
    await office.call('certificates.withhold', caller, { identifier: String(values['identifier']), reason: '核查期间暂扣' })
    return { caller, values }
  },
  'certificates.rescind': ofUnit,
  'certificates.revoke': ofUnit,
  'certificates.deregister': ofUnit,
  'certificates.answer-doubt': async (office) => ({ caller: await headOf(office, ownUnit), values: await recordAt(office, '/certificate-doubts/{id}') }),
  'evaluations.rate': async (office) => {
    const caller = await personCaller(office, 'zhang-xiaomei')
    await serve(office, { caseNumber: 'EXAMPLE000001', person: caller, staffId: 'HD0078', unitId: ownUnit })
    return { caller, values: { number: 'EXAMPLE000001' } }
  },
  'evaluations.exclude-review': async (office) => ({ caller: await ofOffice(office, 'reviewHandler'), values: await recordAt(office, '/evaluations/{reviewId}') }),
  'evaluations.record-contact': (office) => aRectification(office),
  'evaluations.verify-review': (office) => aRectification(office, 'contacted'),
  'evaluations.find-invalid': (office) => aRectification(office),
  'evaluations.rectify-cause': (office) => aRectification(office, 'verified'),
  'evaluations.call-back': (office) => aRectification(office, 'rectified'),
  'evaluations.close-rectification': (office) => aRectification(office, 'satisfied'),
  'evaluations.reopen-rectification': (office) => aRectification(office, 'dissatisfied'),
  'reporting.publish-period': unchanged,
  'reporting.rebuild-rollups': unchanged,
  'reporting.save-template': unchanged,
  'reporting.request-report': async (office) => ({ caller: await holderOf(office, 'supervisor', 'jiwei-jianwei'), values: {} }),
}

/** A new record of those that paths address, by the start of the path. */
async function recordAt(office: TestOffice, path: string): Promise<FieldValues> {
  const kind = recordKinds.find((one) => one.path === path)
  if (kind === undefined) throw new Error(`no record is made for ${path}`)
  return kind.make(office)
}

async function ofOffice(office: TestOffice, role: Role): Promise<StaffCaller> {
  return holderOf(office, role, (await getOffice(office.database.db)).id)
}

let items = 0
/** An item of its own without a last day, so that what happens to it stops no other case. */
function anItem(office: TestOffice): Promise<string> {
  items += 1
  return publishItem(office, items, { effectiveTo: null })
}

/** The next version of an item of the catalogue, as its editor writes it, under a shorter promise. */
async function aDraft(office: TestOffice): Promise<Pick<InputOf<'catalogue.save-draft'>, 'implementCode' | 'item'>> {
  const { implementCode, item } = (await knownValues(office)) as InputOf<'catalogue.save-draft'>
  return { implementCode, item: { ...item, promisedLimit: { value: 3, unit: 'WORKING_DAY' } } }
}

const stages = ['opened', 'contacted', 'verified', 'rectified', 'satisfied', 'dissatisfied'] as const

/** A rectification that the handlers of the office brought as far as told. */
async function aRectification(office: TestOffice, stage: (typeof stages)[number] = 'opened'): Promise<Prepared> {
  const caller = await ofOffice(office, 'reviewHandler')
  const number = String((await recordAt(office, '/rectifications/{number}'))['number'])
  const reached = stages.indexOf(stage)
  if (reached >= 1) await office.call('evaluations.record-contact', caller, { number, result: 'reached', note: '已电话核实' })
  if (reached >= 2) await office.call('evaluations.verify-review', caller, { number, finding: 'clear', note: '情况属实' })
  if (reached >= 3) await office.call('evaluations.rectify-cause', caller, { number, measure: '重新培训', reply: '已改为一次告知' })
  if (stage === 'satisfied' || stage === 'dissatisfied') await office.call('evaluations.call-back', caller, { number, result: stage, note: '已回访' })
  return { caller, values: { number } }
}

/** Reads the secret as the authenticator app does, from the address in the QR code. */
function codeFrom(uri: string, now: Date): string {
  const bits = Array.from(new URL(uri).searchParams.get('secret') ?? '', (sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return totpCode(secret, Math.floor(now.getTime() / 30_000))
}

/** A clerk in whose hall somebody waits. */
async function atWindow(office: TestOffice, place: number): Promise<StaffCaller> {
  const caller = await clerk(office, place)
  await office.call('reception.take-ticket', caller, {})
  return caller
}

/** A clerk who has called a number. */
async function withNumber(office: TestOffice, place: number): Promise<StaffCaller> {
  const caller = await atWindow(office, place)
  await office.call('reception.call-next', caller, {})
  return caller
}

/** A hall in which nobody sits. */
async function anEmptyHall(office: TestOffice): Promise<string> {
  const [first] = (await office.call('organisation.list-halls', anonymous, { limit: 1 })).items
  if (first === undefined) throw new Error('the city has no hall')
  const { name, kind, unitId, regionCode, address, areaSquareMetres, phone, openingHours, zones } = first
  return (await office.call('organisation.create-hall', await administrator(office), { id: 'kong-ting', name, kind, unitId, regionCode, address, areaSquareMetres, phone, openingHours: [...openingHours], zones: [...zones] })).id
}
