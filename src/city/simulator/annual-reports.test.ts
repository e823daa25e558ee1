import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { type CityLife, liveCity } from './live.ts'
import { unitsWithBoth } from './official-year.ts'
import { getProfile } from './profiles.ts'

const { transferCalls: _calls, orders: _orders, events: _events, records: _records, disclosureApplications: _applications, complaints: _complaints, ...huadu } = getProfile('huadu-2018')
/** A January in which nobody asks the office for anything. */
const life: CityLife = { profile: { ...huadu, volumes: [] }, from: '2018-01-01', to: '2018-02-01', seed: '1', width: 8, elapsedMs: () => 0 }

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

test('O-13 every unit with a disclosure institution owes its annual report from New Year, and publishes it in January before it is overdue', async () => {
  await liveCity(office.app, life)
  const { rows } = await office.database.pool.query<{ unit: string; opened: string; published: string; state: string; red: boolean }>(`
    SELECT a.unit_id AS unit, m.opened_at::date::text AS opened, to_char(a.published_at, 'YYYY-MM') AS published, m.state,
      EXISTS (SELECT FROM signals s JOIN timers t ON t.id = s.timer_id WHERE t.matter_id = m.id AND s.rung = 'red') AS red
    FROM disclosure_annual_reports a JOIN matters m ON m.id = a.id WHERE a.year = 2017 ORDER BY a.unit_id`)
  const expected = unitsWithBoth('disclosureHead', 'disclosureOfficer').toSorted().map((unit) => ({ unit, opened: '2018-01-01', published: '2018-01', state: 'published', red: false }))
  assert.ok(expected.length > 20)
  assert.deepEqual(rows, expected)
})
