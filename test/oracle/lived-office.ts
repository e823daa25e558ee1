import { law } from '#kernel/access/caller.ts'
import { addCalendarDays, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { type LivedCity, liveCity } from '../../src/city/simulator/live.ts'
import type { Profile } from '../../src/city/simulator/profiles.ts'

interface OracleLife {
  readonly profile: Profile
  readonly from: Day
  readonly to: Day
  readonly scale?: number
}

/** An office in which a city lived through the public operations alone, in the night after its last day. */
export async function livedOffice(life: OracleLife): Promise<{ readonly office: TestOffice; readonly lived: LivedCity }> {
  const office = await openTestOffice({ with: 'empty' })
  const lived = await liveCity(office.app, { ...life, seed: 'oracle', width: 8, elapsedMs: () => 0 })
  office.clock.set(instantAtStartOf(addCalendarDays(life.to, 1), 40 * 60_000))
  await office.call('reporting.keep-rollups', law, {})
  return { office, lived }
}
