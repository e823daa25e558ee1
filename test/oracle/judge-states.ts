import { lifecycles } from '#app'
import type { TestOffice } from '#test/harness/office.ts'

interface KindOfStep {
  readonly kind: string
  readonly command: string
  readonly before: string | null
  readonly from_state: string | null
  readonly to_state: string
  readonly example: string
}

interface KindOfPresent {
  readonly kind: string
  readonly state: string
  readonly told: string | null
  readonly closed: boolean
  readonly example: string
}

/** What the law of the calendar writes into a matter without moving it. */
const standingCommands: ReadonlySet<string> = new Set(['due-moved'])

/** Nothing stands in a state, and nothing came into one, that the declared life of its kind does not know. Read from the events alone. */
export async function judgeStates({ database: { pool } }: TestOffice): Promise<readonly string[]> {
  const { rows: steps } = await pool.query<KindOfStep>(`
    SELECT kind, command, before, from_state, to_state, min(number) AS example FROM (
      SELECT m.kind, m.number, e.command, lag(e.to_state) OVER (PARTITION BY e.matter_id ORDER BY e.seq) AS before, e.from_state, e.to_state
      FROM matter_events e JOIN matters m ON m.id = e.matter_id
    ) s GROUP BY 1, 2, 3, 4, 5`)
  const { rows: present } = await pool.query<KindOfPresent>(`
    SELECT kind, state, told, closed, min(number) AS example FROM (
      SELECT m.kind, m.number, m.state, m.closed_at IS NOT NULL AS closed,
        (SELECT e.to_state FROM matter_events e WHERE e.matter_id = m.id ORDER BY e.seq DESC LIMIT 1) AS told
      FROM matters m
    ) p GROUP BY 1, 2, 3, 4`)
  if (steps.length === 0) return ['nothing has happened']
  return [...steps.flatMap(faultsOfStep), ...present.flatMap(faultsOfPresent)]
}

function lifeOf(kind: string) {
  return lifecycles.find((lifecycle) => lifecycle.kind === kind)
}

function faultsOfStep({ kind, command, before, from_state: from, to_state: to, example }: KindOfStep): readonly string[] {
  const life = lifeOf(kind)
  if (life === undefined) return [`${example}: nobody declared how a ${kind} lives`]
  const told = `${example}: ${command} led a ${kind} from ${from} to ${to}`
  if (from !== before) return [`${told}, but it stood in ${before}`]
  if (from === null) return life.states[to] === undefined ? [told] : []
  if (standingCommands.has(command)) return from === to ? [] : [told]
  const rule = life.commands[command]
  const targets = rule === undefined || !rule.from.includes(from) ? [] : 'length' in rule.to ? (rule.to as readonly string[]) : ((rule.to as Readonly<Record<string, readonly string[]>>)[from] ?? [])
  return targets.includes(to) ? [] : [told]
}

function faultsOfPresent({ kind, state, told, closed, example }: KindOfPresent): readonly string[] {
  if (state !== told) return [`${example}: it is ${state}, its last step says ${told}`]
  const phase = lifeOf(kind)?.states[state]?.phase
  return (phase === 'closed') === closed ? [] : [`${example}: ${state} is ${phase}, and it is ${closed ? '' : 'not '}kept as closed`]
}
