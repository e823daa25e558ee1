import { law, type StaffCaller } from '#kernel/access/caller.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { clerk, reviewerOf } from '#test/harness/callers.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { buildApp } from '../../src/app.ts'
import { liveCity } from '../../src/city/simulator/live.ts'
import { getProfile, type Profile } from '../../src/city/simulator/profiles.ts'

const [firstDay, lastDay] = ['2026-08-31', '2026-09-11'] as const
/** Share of the district that lives: enough for every screen to have something on it, in about a minute. */
const scale = 0.12
/** Who took a number in the hall and was not called yet. */
const inLine = 7

/** A fortnight of the simulated city, seen on its last afternoon. It says of itself that it is simulated, on every page. */
export async function openLivedOffice(): Promise<TestOffice> {
  const office = await openTestOffice({ with: 'empty' })
  await liveCity(office.app, { profile: inOurDays(getProfile('huadu-2018')), from: firstDay, to: lastDay, seed: 'screens', width: 8, scale, elapsedMs: () => 0 })
  office.clock.set(new Date(`${addCalendarDays(lastDay, 1)}T00:40:00+08:00`))
  await office.call('reporting.keep-rollups', law, {})
  office.clock.set(new Date(`${lastDay}T15:40:00+08:00`))
  const inHall = await clerk(office)
  for (let person = 0; person < inLine; person += 1) await office.call('reception.take-ticket', inHall, { kind: person === 3 ? 'priority' : 'general' })
  const app = buildApp(office.app.db, { ...office.app.services, simulated: true })
  return { ...office, app, call: app.call }
}

/** Who reviews in the unit that has most to review. */
export async function busiestReviewer(office: TestOffice): Promise<StaffCaller> {
  const { rows } = await office.database.pool.query<{ unit: string }>(
    `SELECT a.unit_id AS unit FROM assignments a JOIN matters m ON m.id = a.matter_id
     WHERE a.until IS NULL AND a.role = 'reviewer' AND m.kind = 'case' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  )
  return reviewerOf(office, rows[0]?.unit ?? 'shichang-jianguan')
}

/** The volumes of the profile spread over the year of the pictures, and more cases late than it states, so that there is something to see. */
function inOurDays(profile: Profile): Profile {
  const later = <T extends { readonly from: Day; readonly to: Day }>(periods: readonly T[] = []): readonly T[] => periods.map((period) => ({ ...period, from: '2026-01-01', to: '2026-12-31' }))
  const volumes = later(profile.volumes.slice(-1))
  const { orders, transferCalls, events, disclosureApplications, records, complaints } = profile
  return {
    ...profile,
    late: 0.15,
    volumes,
    ...(orders && { orders: { ...orders, volumes: later(orders.volumes) } }),
    transferCalls: later(transferCalls),
    events: later(events),
    disclosureApplications: later(disclosureApplications),
    records: later(records),
    complaints: later(complaints),
  }
}
