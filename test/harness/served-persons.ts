import { sql } from 'kysely'
import type { PersonCaller, StaffCaller } from '#kernel/access/caller.ts'
import { law } from '#kernel/access/caller.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { recordServiceEvent, type ServiceEventKind } from '#modules/evaluations/index.ts'
import { getStaffCaller } from '#modules/organisation/index.ts'
import { testCtx } from './matters.ts'
import type { TestOffice } from './office.ts'

export interface Served {
  readonly caseNumber: string
  readonly person: PersonCaller
  readonly kind?: ServiceEventKind
  readonly unitId?: string
  readonly staffId?: string
  readonly itemType?: string
  readonly queryCode?: string
  readonly at?: Date
}

/** A person with a key in the vault, signed in at level 2. */
export async function aPerson(office: TestOffice): Promise<PersonCaller> {
  const id = newId(office.clock.now().getTime())
  await office.app.services.vault.createKey(office.database.db, id)
  return { kind: 'person', id, level: 2, name: '张**' }
}

/** Serves a person in a case, which is opened if it is new; returns the number of the service. By default the department of development and reform, a permit. */
export async function serve(office: TestOffice, served: Served): Promise<number> {
  const now = served.at ?? office.clock.now()
  const unitId = served.unitId ?? 'fazhan-gaige'
  return office.database.db.transaction().execute(async (tx) => {
    const ctx = testCtx(office.app, tx, { now, caller: served.person })
    const itemVersionId = newId(now.getTime())
    const matter =
      (await findMatter(tx, 'case', served.caseNumber, true)) ??
      (await openMatter(
        ctx,
        { id: newId(now.getTime()), number: served.caseNumber, kind: 'case', regionCode: '440114', subjectId: served.person.id, itemVersionId, leadUnitId: unitId, channel: 'window' },
        { command: 'submit', to: 'submitted' },
      ))
    await recordServiceEvent(ctx, {
      matterId: matter.id,
      caseNumber: served.caseNumber,
      kind: served.kind ?? 'submit',
      unitId,
      staffId: served.staffId,
      itemVersionId: matter.itemVersionId ?? itemVersionId,
      itemName: '企业投资项目备案',
      itemType: served.itemType ?? '01',
      personId: served.person.id,
      queryCodeHash: served.queryCode === undefined ? undefined : queryCodeIndex(office.app.services.vault, matter.id, served.queryCode),
    })
    const { rows } = await sql<{ number: number }>`SELECT max(service_number) AS number FROM service_events WHERE case_number = ${served.caseNumber}`.execute(tx)
    return rows[0]?.number ?? 0
  })
}

/** Makes a member of staff of the demo city a review handler of a unit, besides what he is; returns him as the caller he then is. */
export async function makeReviewHandler(office: TestOffice, staffId: string, unitId: string): Promise<StaffCaller> {
  const today = dayOf(office.clock.now())
  await office.call('organisation.assign-role', law, { staffId, role: 'reviewHandler', unitId, from: today, to: null })
  return getStaffCaller(office.database.db, staffId, today)
}

/** A member of staff of the demo city as the caller he is today. */
export function staffOf(office: TestOffice, staffId: string): Promise<StaffCaller> {
  return getStaffCaller(office.database.db, staffId, dayOf(office.clock.now()))
}
