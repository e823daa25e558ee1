import type { TestOffice } from '#test/harness/office.ts'
import { dueNaively, type StoredClock } from './naive-clock.ts'
import { type Notice, shippedNotices, type Shut, workedDays } from './naive-days.ts'

interface ClockRow {
  readonly number: string
  readonly name: string
  readonly body: StoredClock
  readonly due_at: Date | null
  readonly region: string
  readonly hall: string | null
}

/**
 * Walks every clock through the calendar again. An ended clock keeps the date that it had when it ended, so it is only walked while the
 * calendar has not changed since.
 */
export async function judgeClocks({ database: { pool } }: TestOffice): Promise<readonly string[]> {
  const { rows: published } = await pool.query<{ body: Notice }>('SELECT DISTINCT ON (year) body FROM calendar_arrangements ORDER BY year, edition DESC')
  const { rows: shut } = await pool.query<Shut>(`
    SELECT kind, place, first, last FROM (
      SELECT DISTINCT ON (id) place_kind AS kind, place, first_on::text AS first, last_on::text AS last, withdrawn FROM calendar_closures ORDER BY id, edition DESC
    ) c WHERE NOT withdrawn`)
  const ours = published.map(({ body }) => body)
  const worked = workedDays([...shippedNotices().filter(({ year }) => ours.every((notice) => notice.year !== year)), ...ours], shut)
  const { rows: clocks } = await pool.query<ClockRow>(`
    SELECT m.number, t.name, t.body, t.due_at, m.region_code AS region, m.hall_id AS hall FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE t.ended_at IS NULL OR NOT EXISTS (SELECT FROM calendar_versions v WHERE v.published_at > t.ended_at) ORDER BY m.number, t.name`)
  if (clocks.length === 0) return ['there is no clock to walk']
  return clocks.flatMap(({ number, name, body, due_at: stored, region, hall }) => {
    const walked = dueNaively(body, (day) => worked(day, { region, hall }))
    return walked === stored?.getTime() ? [] : [`${number} ${name} is due ${textOf(stored?.getTime())}, the walk says ${textOf(walked)}`]
  })
}

function textOf(ms: number | undefined): string {
  return ms === undefined ? 'on no day' : new Date(ms).toISOString()
}
