import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { freemem, userInfo } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { type App, buildApp } from '#app'
import { readConfig } from '#kernel/config/config.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { createServices } from '../../src/process.ts'
import { createDoors } from '../../src/serve.ts'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'

const diskMb = 600

/** The whole data folder lies on a small disk, and something else fills it. */
export const disk: Drill = {
  id: 'R4',
  says: 'on a full disk commands and uploads are refused with 507 or 503, what was acknowledged stays, and with room the office goes on by itself',
  size: { quick: 40, usual: 40 },
  missing: () => (process.platform !== 'linux' || userInfo().uid !== 0 ? 'needs the right to mount a small disk' : freemem() < diskMb * 2 ** 20 * 1.5 ? 'needs free memory for a small disk' : undefined),
  async run(count) {
    const folder = scratchFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=0755`, 'yimen-drill', folder])
    try {
      const office = await ServedOffice.start(folder)
      try {
        return await fillAndFree(office, count)
      } finally {
        await office.server.stop().catch(() => undefined)
      }
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fillAndFree(office: ServedOffice, count: number): ReturnType<Drill['run']> {
  const before = new Set(await office.asOwner(storedCases))
  const trouble = newTrouble()
  const filings = Array.from({ length: count }, () => newFiling(office.token('person'), true))
  for (const filing of filings) await fileUntilAcknowledged(() => office.server.address, filing, trouble, () => 15_000)
  const filler = join(office.dataFolder, 'something-else')
  mkdirSync(filler)
  fill(filler)
  const refusedUpload = await upload(office)
  const refused = await fileWhileFull(office)
  const ignorant = await uploadIgnorantly(office)
  const reading = await fetch(`${office.server.address}/api/v1/cases/${filings[0]?.numbers[0]}`, { headers: { authorization: `Bearer ${office.token('person')}` } }).then(({ status }) => status, () => 0)
  rmSync(filler, { recursive: true })
  const healthyMs = await office.untilHealthy()
  const after = newFiling(office.token('person'), true)
  await fileUntilAcknowledged(() => office.server.address, after, trouble, () => 15_000)
  const stored = await office.asOwner(storedCases)
  const all: readonly Filing[] = [...filings, after, ...refused.filings]
  return {
    counts: { acknowledgedBefore: count, uploadOnTheFullDisk: refusedUpload, commandsOnTheFullDisk: [...refused.statuses].map(([status, number]) => `${number} × ${status}`).join(', '), readingOnTheFullDisk: reading, backAfterMs: Math.round(healthyMs ?? -1) },
    faults: [
      ...none(refusedUpload === 507 || refusedUpload === 503 ? 0 : 1, `upload on the full disk that was answered ${refusedUpload}`),
      ...[...refused.statuses.keys()].filter((status) => ![201, 503, 507].includes(status)).map((status) => `a command on the full disk was answered ${status}`),
      ...none(healthyMs === undefined ? 1 : 0, 'office that did not come back'),
      ...compare(all, stored, before),
      ...(await office.ledgerFaults()),
      ...none((await upload(office)) === 201 ? 0 : 1, 'upload that failed although there was room'),
    ],
    control: { broken: 'a program that does not know what a full disk says', noticed: ignorant === 500 ? ['an upload on the full disk was answered 500'] : [] },
  }
}

/** Writes until nothing more goes in, in ever smaller pieces. */
function fill(folder: string): void {
  for (const bytes of [16 * 2 ** 20, 2 ** 20, 65_536, 4_096]) {
    for (let piece = 0; piece < 400; piece++) {
      try {
        writeFileSync(join(folder, `${bytes}-${piece}`), Buffer.alloc(bytes))
      } catch {
        break
      }
    }
  }
}

function aPlan(): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n'), Buffer.from(randomBytes(40_000).toString('hex')), Buffer.from('\n%%EOF\n')])
}

function uploadOf(office: ServedOffice) {
  return { method: 'POST', headers: { authorization: `Bearer ${office.token('person')}`, 'content-type': 'application/octet-stream' }, body: aPlan() }
}

async function upload(office: ServedOffice): Promise<number> {
  const response = await fetch(`${office.server.address}/api/v1/files?name=plan.pdf`, uploadOf(office)).catch(() => undefined)
  await response?.body?.cancel()
  return response?.status ?? 0
}

/** The same upload into the same full folder by a program that hears of a full disk as of any other fault: the code that says so is lost on the way. */
async function uploadIgnorantly(office: ServedOffice): Promise<number> {
  const database = openDatabase({ url: office.server.database.databaseUrl('yimen'), schema: 'yimen', poolSize: 1, asApplication: true })
  try {
    const app = buildApp(database.db, createServices(readConfig({ YIMEN_DATA: office.dataFolder, YIMEN_LOG: 'silent' }), systemClock))
    const run: App['run'] = (...call) => app.run(...call).catch((error: unknown) => {
      throw error instanceof Refusal ? error : new Error(String(error))
    })
    return (await createDoors({ ...app, run }, undefined).request('/api/v1/files?name=plan.pdf', uploadOf(office))).status
  } finally {
    await database.close()
  }
}

/** Files until it is refused, at most so often; the room inside of files that PostgreSQL has already may last for a while. */
async function fileWhileFull(office: ServedOffice): Promise<{ readonly statuses: ReadonlyMap<number, number>; readonly filings: readonly Filing[] }> {
  const statuses = new Map<number, number>()
  const filings: Filing[] = []
  for (let attempt = 1; attempt <= 1_500 && (statuses.get(507) ?? 0) + (statuses.get(503) ?? 0) < 10; attempt++) {
    const filing = newFiling(office.token('person'), true)
    const { token, key, body } = filing.command
    const response = await fetch(`${office.server.address}/api/v1/cases`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) }).catch(() => undefined)
    const status = response?.status ?? 0
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const answer = (await response?.json().catch(() => undefined)) as { readonly number?: string } | undefined
    if (status === 201 && answer?.number !== undefined) {
      filing.numbers.push(answer.number)
      filings.push(filing)
    }
  }
  return { statuses, filings }
}
