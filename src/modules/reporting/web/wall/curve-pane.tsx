import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

/** What came in and went out by day, drawn on the server; the same numbers stand below as a table. */
export function CurvePane({ wall: { curve, drawing } }: { readonly wall: Wall }) {
  const [first, last] = [curve[0], curve.at(-1)]
  if (first === undefined || last === undefined) return null
  const months = first.at.length === 7
  const title = say(months ? 'wall.curveMonths' : 'wall.curve')
  const sum = (of: 'received' | 'decided'): string => curve.reduce((total, point) => total + point[of], 0).toLocaleString('zh-CN')
  return (
    <Pane id="curve" title={title} meta={<CurveKey received={sum('received')} decided={sum('decided')} />}>
      <div className="drawing" role="img" aria-label={say('wall.curveLabel', { from: first.at, to: last.at })} dangerouslySetInnerHTML={{ __html: drawing }} />
      <details>
        <summary>{say('wall.curveTable')}</summary>
        <Table
          caption={title}
          captionHidden
          rows={curve}
          rowKey={(point) => point.at}
          empty=""
          columns={[
            { key: 'at', title: say(months ? 'wall.month' : 'wall.day'), names: true, cell: (point) => point.at },
            { key: 'received', title: say('wall.received'), numeric: true, cell: (point) => point.received },
            { key: 'decided', title: say('wall.decided'), numeric: true, cell: (point) => point.decided },
          ]}
        />
      </details>
    </Pane>
  )
}

function CurveKey({ received, decided }: { readonly received: string; readonly decided: string }) {
  return (
    <>
      <Line dashed={false} /> {say('wall.curveFirst', { count: received })}　<Line dashed /> {say('wall.curveSecond', { count: decided })}
    </>
  )
}

function Line({ dashed }: { readonly dashed: boolean }) {
  return (
    <svg className={dashed ? 'key-line key-second' : 'key-line'} viewBox="0 0 24 4" aria-hidden="true">
      <path d="M0 2h24" strokeDasharray={dashed ? '5 3' : undefined} />
    </svg>
  )
}
