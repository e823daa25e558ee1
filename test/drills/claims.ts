import pg from 'pg'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { clerk } from '#test/harness/callers.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { type Drill, inParallel, none } from './drill.ts'

const places = 20

/** Many clerks press 叫号 at the same moment while twenty people wait. */
export const claims: Drill = {
  id: 'CLAIMS',
  says: 'of many claims at the same moment on twenty places exactly twenty succeed, each place once',
  size: { quick: 500, usual: 500 },
  async run(claimants) {
    const office = await openTestOffice()
    try {
      const caller = await clerk(office)
      for (let place = 1; place <= places; place++) await office.call('reception.take-ticket', caller, {})
      const outcomes = await claimAtOnce(office, caller, claimants)
      const given = outcomes.filter((outcome) => outcome.kind === 'given')
      const faults = [
        ...(given.length === places ? [] : [`${given.length} of ${places} places were given`]),
        ...none(given.length - new Set(given.map(({ what }) => what)).size, 'places were given twice'),
        ...none(outcomes.filter(({ kind }) => kind === 'fault').length, 'claims failed otherwise than by a refusal'),
      ]
      return { counts: { claims: claimants, given: given.length, refused: outcomes.filter(({ kind }) => kind === 'refused').length }, faults, control: { broken: 'looks first and takes afterwards, without a lock', noticed: await carelessly(office, claimants) } }
    } finally {
      await office.close()
    }
  },
}

interface Outcome {
  readonly kind: 'given' | 'refused' | 'fault'
  readonly what: string
}

async function claimAtOnce(office: TestOffice, caller: StaffCaller, claimants: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  await inParallel(claimants, claimants, async (place) => {
    // A clerk calls one at a time, so each claim comes from a clerk of his own.
    const outcome = await office.call('reception.call-next', { ...caller, id: `HD${String(1000 + place)}` }, {}).then(
      ({ number }): Outcome => ({ kind: 'given', what: number }),
      (error: unknown): Outcome => ({ kind: error instanceof Refusal ? 'refused' : 'fault', what: String(error) }),
    )
    outcomes.push(outcome)
  })
  return outcomes
}

/** The same claims by a program that reads who waits and then writes, in two statements. */
async function carelessly(office: TestOffice, claimants: number): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: office.ownerUrl, max: 8, options: '-c search_path=yimen' })
  let given = 0
  try {
    await pool.query('UPDATE hall_tickets SET called_at = NULL, called_by = NULL, window_id = NULL')
    await inParallel(claimants, claimants, async (place) => {
      const { rows } = await pool.query<{ id: string }>('SELECT id FROM hall_tickets WHERE called_at IS NULL ORDER BY serial LIMIT 1')
      if (rows[0] === undefined) return
      await pool.query('UPDATE hall_tickets SET called_at = now(), called_by = $2 WHERE id = $1', [rows[0].id, `HD${1000 + place}`])
      given += 1
    })
  } finally {
    await pool.end()
  }
  return given > places ? [`${given} claims were told that they succeeded`] : []
}
