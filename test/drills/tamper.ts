import pg from 'pg'
import { lifecycles } from '#app'
import { anonymous, law } from '#kernel/access/caller.ts'
import { verifyInclusion } from '#kernel/ledger/merkle-verify.ts'
import { verificationLines } from '#kernel/ledger/verification.ts'
import { approverOf } from '#test/harness/callers.ts'
import { aDecidedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { verifyOffice } from '../../src/check.ts'
import { seededOrder } from '../durability/seeded-order.ts'
import type { Drill } from './drill.ts'
import { type Forger, forgeWholeChain, removeBatch, touchAtRandom } from './forgery.ts'

interface Touch {
  readonly what: string
  /** As the superuser; `$1` is the matter's id, `$2` the place of the event in it. */
  readonly act: string
  /** What the check must name: the event by its place, or the thing. */
  readonly names: 'event' | 'certificate' | 'document' | 'matter' | 'figure'
  /** Puts back what was touched from the copy. */
  readonly tables: readonly string[]
}

const touches: readonly Touch[] = [
  { what: 'an event changed', act: `UPDATE matter_events SET actor = 'staff:HD0009' WHERE matter_id = $1 AND seq = $2`, names: 'event', tables: ['matter_events'] },
  { what: 'an event deleted', act: 'DELETE FROM matter_events WHERE matter_id = $1 AND seq = $2', names: 'event', tables: ['matter_events'] },
  { what: 'two events swapped', act: `UPDATE matter_events SET seq = CASE seq WHEN $2 THEN 9999 WHEN $2::int + 1 THEN $2 END WHERE matter_id = $1 AND seq IN ($2, $2::int + 1)`, names: 'event', tables: ['matter_events'] },
  { what: 'an event inserted', act: `INSERT INTO matter_events SELECT (jsonb_populate_record(e, jsonb_build_object('seq', (SELECT max(seq) + 1 FROM matter_events WHERE matter_id = $1)))).* FROM matter_events e WHERE matter_id = $1 AND seq = $2`, names: 'matter', tables: ['matter_events'] },
  { what: 'a state changed', act: `UPDATE matters SET state = 'withdrawn' WHERE id = $1 AND $2::int > 0`, names: 'matter', tables: ['matters'] },
  { what: 'a document changed', act: `UPDATE documents SET number = number || 'x' WHERE matter_id = $1 AND $2::int > 0`, names: 'document', tables: ['documents'] },
  { what: 'a certificate changed', act: `UPDATE certificates SET valid_to = valid_to + 365 WHERE matter_id = $1 AND $2::int > 0`, names: 'certificate', tables: ['certificates'] },
  { what: 'a published figure changed', act: `UPDATE figures SET numerator = numerator + 1 WHERE metric = 'cases.accepted' AND $1::uuid IS NOT NULL AND $2::int > 0`, names: 'figure', tables: ['figures'] },
  { what: 'a published figure deleted', act: `DELETE FROM figures WHERE metric = 'cases.accepted' AND $1::uuid IS NOT NULL AND $2::int > 0`, names: 'figure', tables: ['figures'] },
]

/** Events picked by chance, for each case. */
const touchesAtRandom = 10

/** Somebody with the superuser's password touches what is stored, once each time. */
export const tamper: Drill = {
  id: 'R10',
  says: 'whatever the superuser changes, deletes, inserts, swaps or cuts off in the ledger, the documents, the certificates or the published figures is found and named; a removed batch is denied to whoever kept its root, and a receipt shows it to its holder',
  size: { quick: 3, usual: 40 },
  async run(cases) {
    const office = await openTestOffice()
    const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen -c session_replication_role=replica' })
    await owner.connect()
    try {
      const numbers: string[] = []
      for (let made = 1; made <= cases; made++) numbers.push(await issuedCase(office))
      await office.call('kernel.make-checkpoint', law, {})
      await office.call('reporting.publish-period', law, { from: '2026-01-01', to: '2026-12-31' })
      const clean = await look(office)
      const random = seededOrder(20_260_907)
      const faults: string[] = clean === undefined ? [] : [`an untouched office was accused: ${clean}`]
      let tried = 0
      for (const number of numbers.slice(0, Math.max(3, Math.floor(cases / 4)))) {
        for (const touch of touches) faults.push(...(await tryTouch({ office, owner, number, touch, place: 1 + random(5) })))
        tried += touches.length
      }
      faults.push(...(await receiptFaults(office, owner, numbers[0] ?? '')))
      const forger: Forger = { office, owner, look: () => look(office), random }
      const atRandom = cases * touchesAtRandom
      faults.push(...(await touchAtRandom(forger, atRandom)))
      const forged = await forgeWholeChain(forger, numbers[1] ?? '')
      if (forged.whole === undefined) faults.push('a chain that was made anew as a whole was not noticed')
      faults.push(...(await removeBatch(forger)))
      const missed = forged.withoutTree === undefined && forged.whole !== undefined
      return {
        counts: { cases, touches: tried, touchesAtRandom: atRandom, wholeChains: 1, wholeBatches: 1 },
        faults,
        control: { broken: 'a check that leaves out the tree, when a chain was made anew as a whole', noticed: missed ? [`it saw nothing; the whole check said: ${forged.whole}`] : [] },
      }
    } finally {
      await owner.end()
      await office.close()
    }
  },
}

/** A case with its decision, its documents and its licence. */
async function issuedCase(office: TestOffice): Promise<string> {
  const { number } = await aDecidedCase(office)
  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  return number
}

interface Trial {
  readonly office: TestOffice
  readonly owner: pg.Client
  readonly number: string
  readonly touch: Touch
  readonly place: number
}

async function tryTouch({ office, owner, number, touch, place }: Trial): Promise<readonly string[]> {
  const matterId = await matterOf(owner, number)
  for (const table of touch.tables) await owner.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`)
  try {
    const steps = touch.what === 'two events swapped' ? [touch.act, `UPDATE matter_events SET seq = $2::int + 1 WHERE matter_id = $1 AND seq = 9999`] : [touch.act]
    let touched = 0
    for (const step of steps) touched += (await owner.query(step, [matterId, place])).rowCount ?? 0
    if (touched === 0) return [`nothing to touch in ${number}: ${touch.what}`]
    const said = await look(office)
    if (said === undefined) return [`not noticed: ${touch.what} in ${number}`]
    return isNamed(said, { number, touch, place, matterId }) ? [] : [`${touch.what} in ${number} at ${place} was called: ${said}`]
  } finally {
    for (const table of touch.tables) {
      await owner.query(`DELETE FROM ${table}`)
      await owner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
      await owner.query(`DROP TABLE kept_${table}`)
    }
  }
}

function isNamed(said: string, { number, touch, place, matterId }: Omit<Trial, 'office' | 'owner'> & { readonly matterId: string }): boolean {
  if (touch.names === 'figure') return said.includes('统计指标 受理量，统计期 2026-01-01/2026-12-31')
  return touch.names === 'event' ? said.includes(number) && new RegExp(`第几条 ${place}(?!\\d)`).test(said) : said.includes(matterId)
}

/** What the check says of the office; undefined if it holds. */
async function look(office: TestOffice): Promise<string | undefined> {
  const outcome = await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
  return outcome.ok ? undefined : verificationLines(outcome)[1]
}

/** The holder of a receipt checks by himself: the hash on his paper against the root that he kept. */
async function receiptFaults(office: TestOffice, owner: pg.Client, number: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ hash: string }>(`SELECT encode(e.hash, 'hex') AS hash FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.number = $1 AND e.seq = 1`, [number])
  const printed = rows[0]?.hash ?? ''
  const { leafIndex, auditPath, checkpoint } = await office.call('kernel.get-inclusion-proof', anonymous, { eventHash: printed })
  const holds = (hash: string): boolean => verifyInclusion({ leaf: bytes(hash), index: leafIndex, treeSize: checkpoint.treeSize, root: bytes(checkpoint.root), proof: auditPath.map(bytes) })
  const other = printed.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  return [...(holds(printed) ? [] : ['a genuine receipt was not proven']), ...(holds(other) ? ['a receipt for another event was proven'] : [])]
}

async function matterOf(owner: pg.Client, number: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM matters WHERE number = $1', [number])
  return rows[0]?.id ?? ''
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}
