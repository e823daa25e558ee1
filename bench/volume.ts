// How the operations grow with what the database holds: cases made by the operations and copied with their ledger and clocks.
// node bench/volume.ts [100000 1000000 …]; writes docs/reports/bench-volume.md. A million cases take about 20 GB of disk and a quarter of an hour.
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { lifecycles } from '#app'
import { openDatabase } from '#kernel/db/pool.ts'
import { say } from '#kernel/log/say.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { liveBase } from './volume/base.ts'
import { copyCases } from './volume/clone.ts'
import { bytesPerCase, measureActs, type VolumeTimes } from './volume/measure.ts'
import { writeVolumes } from './volume/report.ts'

const sizes = process.argv.slice(2).map(Number)
const volumes: VolumeTimes[] = []
for (const size of sizes.length === 0 ? [10_000, 100_000] : sizes) {
  const office = await openTestOffice({ with: 'city' })
  const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen,public' })
  await owner.connect()
  const patient = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: false, patient: true })
  try {
    const base = await liveBase(office)
    const copies = Math.max(1, Math.round(size / base.cases) - 1)
    const began = performance.now()
    await copyCases(owner, office.app.services, copies)
    const loadSeconds = (performance.now() - began) / 1000
    const cases = (await owner.query<{ cases: number }>(`SELECT count(*)::int AS cases FROM matters WHERE kind = 'case'`)).rows[0]?.cases ?? 0
    // Every office adds the day that is over to its roll-ups at night.
    await office.call('reporting.keep-rollups', { kind: 'system', name: 'job' }, {})
    say(`${cases} cases in ${loadSeconds.toFixed(0)} s`)
    const checking = performance.now()
    const verified = await verifyLedger(patient.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
    if (!verified.ok) throw new Error(`the copies do not verify: ${JSON.stringify(verified)}`)
    const eventsVerified = Math.round(verified.counts.events / ((performance.now() - checking) / 1000))
    say(`verified ${verified.counts.events} events, ${eventsVerified}/s`)
    volumes.push({ cases, bytesPerCase: await bytesPerCase(owner, cases), times: await measureActs(office, base), loadSeconds, eventsVerified })
  } finally {
    await patient.close()
    await owner.end()
    await office.close()
  }
}
writeVolumes(join(import.meta.dirname, '../docs/reports'), volumes, process.argv.slice(2).join(' '))
process.exit()
