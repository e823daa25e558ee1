import { readFileSync } from 'node:fs'
import type { App } from '#app'
import type { PersonCaller, StaffCaller, SystemCaller } from '#kernel/access/caller.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { findByDemoKey } from '#modules/subjects/index.ts'
import type { NewCertificate } from './issue-certificate.ts'

const loader: SystemCaller = { kind: 'system', name: 'loader' }

/** A district with its units, directory of certificates and invented people, for the tests of this module. */
export interface CertificateCity {
  /** 梅姐: holds a licence for her snack bar. */
  readonly mei: PersonCaller
  readonly stranger: PersonCaller
  /** Her snack bar, whose legal representative she is. */
  readonly snackBar: string
  readonly approver: StaffCaller
  readonly head: StaffCaller
  readonly approverElsewhere: StaffCaller
  readonly clerk: StaffCaller
  /** An order for the snack bar's food licence, as a decision gives it. */
  licence(part?: Partial<NewCertificate>): NewCertificate
}

export const marketUnit = 'shichang-jianguan'

/** Loads what ships in `data/` through the public operations. */
export async function prepareCity(app: App): Promise<CertificateCity> {
  await run(app, 'organisation.load-organisation', {
    regions: ['provinces', 'prefectures', 'counties', '440114'].flatMap((file) => shipped(`regions/${file}`)),
    units: shipped('city/units'),
    halls: [], windows: [], posts: [], roles: [], staff: [], headAgencies: [],
  })
  await run(app, 'certificates.load-types', { types: shipped('catalogue/certificate-types') })
  await run(app, 'subjects.load-demo-subjects', { persons: shipped('city/citizens'), organisations: shipped('city/organisations'), authorisations: [] })
  const idOf = async (key: string) => (await findByDemoKey(app.db, key))?.id ?? ''
  const snackBar = await idOf('meijiexiang-xiaochi')
  return {
    mei: { kind: 'person', id: await idOf('zhang-xiaomei'), level: 3, name: '张**' },
    stranger: { kind: 'person', id: await idOf('li-guoqiang'), level: 3, name: '李**' },
    snackBar,
    approver: staff('HD0101', marketUnit, 'approver'),
    head: staff('HD0102', marketUnit, 'unitHead'),
    approverElsewhere: staff('HD0201', 'gongan', 'approver'),
    clerk: staff('HD0001', 'zhengwu-shuju', 'windowClerk'),
    licence: (part = {}) => ({
      typeKey: 'food-operation-licence',
      holderId: snackBar,
      issuerUnitId: marketUnit,
      matterId: newId(app.services.clock.now().getTime()),
      itemVersionId: null,
      validFrom: '2026-09-07',
      validTo: '2031-09-06',
      fields: { 许可证编号: 'JY24401140000001', 经营场所: '新华街道建设北路12号之一', 主体业态: '餐饮服务经营者' },
      ...part,
    }),
  }
}

async function run(app: App, name: string, input: unknown): Promise<void> {
  const operation = app.operations.find((one) => one.name === name)
  if (operation === undefined) throw new Error(`no operation is called ${name}`)
  await app.run(operation, loader, input)
}

function shipped(name: string): unknown[] {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')) as unknown[]
}

function staff(id: string, unitId: string, role: string): StaffCaller {
  return { kind: 'staff', id, name: id, unitId, roles: [{ role, unitId }] }
}
