import { Button } from '#ui/button.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { dueDayWords } from '#web/day-words.ts'
import { type BulkAct, pickName } from './picked.ts'
import { type QueueGroup, type QueueRow, taskWords } from './queue-groups.ts'
import { say } from './text.ts'
import type { UnitNames } from '#web/unit-names.ts'

interface QueueListProps {
  readonly groups: readonly QueueGroup[]
  readonly units: UnitNames
  /** Where a line leads: `/office/cases` or `/desk/cases`. */
  readonly path: string
  /** The acts that the reader may give to several lines at once; the list is a form then. */
  readonly bulk?: readonly BulkAct[] | undefined
}

/** Open tasks under the headings of their order. Shape and word of the clock come first, the number last. */
export function QueueList({ groups, units, path, bulk = [] }: QueueListProps) {
  const offered = bulk.filter((act) => groups.some(({ rows }) => rows.some(({ line }) => line.inBulk.includes(act))))
  const list = <Groups groups={groups} units={units} path={path} bulk={offered} />
  if (offered.length === 0) return list
  return (
    <form action={path.replace(/cases$/, 'bulk')} method="get">
      {list}
      <div className="actbar-s no-print">
        <span className="meta">{say('bulk.ticked')}</span>
        {offered.map((act) => (
          <Button key={act} name="act" value={act} kind="second">
            {say(`bulk.${act}`)}
          </Button>
        ))}
      </div>
    </form>
  )
}

function Groups({ groups, units, path, bulk = [] }: QueueListProps) {
  return (
    <>
      <p className="q-head" aria-hidden="true">
        <span>{say('queue.clock')}</span>
        <span>{say('queue.case')}</span>
        <span>{say('queue.task')}</span>
        <span>{say('queue.unit')}</span>
        <span>{say('queue.due')}</span>
        <span className="num">{say('queue.tail')}</span>
      </p>
      {groups.map(({ key, title, rows }) => (
        <section key={key} aria-labelledby={`queue-${key}`}>
          <h2 id={`queue-${key}`}>
            {title} <span>{rows.length}</span>
          </h2>
          <ul>
            {rows.map((row) => (
              <li key={`${row.line.number} ${row.line.task}`}>
                {row.line.inBulk.some((act) => bulk.includes(act)) ? <input type="checkbox" name="pick" value={pickName(row.line)} aria-label={say('bulk.pick', { item: row.line.itemName, tail: row.line.number.slice(-4) })} /> : null}
                <Line row={row} units={units} path={path} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Line({ row: { line, sign }, units, path }: { readonly row: QueueRow; readonly units: UnitNames; readonly path: string }) {
  return (
    <a href={`${path}/${line.number}`}>
      <ClockBadge state={sign.state}>{sign.words}</ClockBadge>
      <span className="t">
        <b>{line.itemName}</b>
        <small>{line.applicantName}</small>
      </span>
      <span>
        <span className="vh">{say('queue.task.is')}</span>
        {taskWords(line.task)}
      </span>
      <span>
        <span className="vh">{say('queue.unit.is')}</span>
        {units[line.unitId] ?? line.unitId}
      </span>
      <span>
        <span className="vh">{say('queue.due.is')}</span>
        {line.dueOn === null ? say('queue.due.none') : dueDayWords(line.dueOn, line.dueProvisional)}
      </span>
      <span className="num">{line.number.slice(-4)}</span>
    </a>
  )
}
