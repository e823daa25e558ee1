import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { liveCity } from './live.ts'
import { getProfile, type Profile } from './profiles.ts'

const { volumes: _volumes, transferCalls: _calls, orders: _orders, events: _events, records: _records, disclosureApplications: _applications, complaints: _complaints, ...huadu } = getProfile('huadu-2018')
/** A city in which everybody says what he thinks, and every second one thinks little of it. */
const profile: Profile = { ...huadu, rated: 1, grades: [[1, 0.25], [2, 0.25], [5, 0.5]], volumes: [{ from: '2018-03-01', to: '2018-03-07', count: 45 }] }

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
before(async () => {
  await liveCity(office.app, { profile, from: '2018-03-01', to: '2018-03-28', seed: '1', width: 8, elapsedMs: () => 0 })
  office.clock.set(new Date('2018-03-29T08:00:00+08:00'))
})

async function counted(query: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await office.database.pool.query<{ name: string; count: number }>(query)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

test('E-03 every bad review of the city is handled to its end, by somebody whom it is not about', async () => {
  const states = await counted(`SELECT state AS name, count(*)::int FROM matters WHERE kind = 'rectification' AND opened_at < '2018-03-13+08' GROUP BY 1`)
  assert.ok((states['closed'] ?? 0) > 5, JSON.stringify(states))
  assert.deepEqual(Object.keys(states).filter((state) => state !== 'closed' && state !== 'invalid'), [])
  const commands = await counted(`SELECT e.command AS name, count(*)::int FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'rectification' GROUP BY 1`)
  for (const command of ['contact', 'verify', 'rectify', 'call-back', 'close']) assert.ok((commands[command] ?? 0) > 0, command)
  assert.deepEqual(await counted(`SELECT m.number AS name, 1 AS count FROM matter_events e JOIN matters m ON m.id = e.matter_id JOIN rectifications r ON r.id = m.id JOIN service_reviews v ON v.id = r.review_id JOIN service_events s ON s.id = v.event_id WHERE e.actor = 'staff:' || s.staff_id`), {})
})

test('E-02 who gave a name is called by the next working day, but for a few, and the reading of each telephone is recorded', async () => {
  const contacts = await counted(`SELECT CASE WHEN (body ->> 'satisfiedAt')::timestamptz <= due_at THEN 'inTime' ELSE 'late' END AS name, count(*)::int FROM timers t JOIN matters m ON m.id = t.matter_id WHERE m.kind = 'rectification' AND t.name = 'contact' AND body ? 'satisfiedAt' GROUP BY 1`)
  assert.ok((contacts['inTime'] ?? 0) > 10 && (contacts['late'] ?? 0) < (contacts['inTime'] ?? 0) / 4, JSON.stringify(contacts))
  const unread = await counted(`SELECT m.number AS name, 1 AS count FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'rectification' AND e.command = 'contact' AND NOT EXISTS (SELECT FROM access_log a WHERE a.matter_id = m.id AND a.act = 'unmask')`)
  assert.deepEqual(unread, {})
})
