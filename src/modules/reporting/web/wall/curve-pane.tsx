import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { FigurePlace } from '../figure-href.ts'
import { OpenLink } from '../open-link.tsx'
import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

type Point = Wall['curve'][number]
type Line = 'received' | 'decided'

/** What came in and went out by day, drawn on the server; the same numbers stand below as a table, and each opens its list. */
export function CurvePane({ wall: { curve, drawing, opens }, place }: { readonly wall: Wall; readonly place: FigurePlace }) {
  const [first, last] = [curve[0], curve.at(-1)]
  if (first === undefined || last === undefined) return null
  const months = first.at.length === 7
  const title = say(months ? 'wall.curveMonths' : 'wall.curve')
  const opening = (line: Line, { from, to }: Pick<Point, 'from' | 'to'>, text: string | number) => (
    <OpenLink metric={`cases.${line}`} place={{ ...place, from, to }} opens={opens}>
      {text}
    </OpenLink>
  )
  const count = (line: Line, point: Point) => (point[line] === 0 ? 0 : opening(line, point, point[line]))
  const sum = (line: Line): string => curve.reduce((total, point) => total + point[line], 0).toLocaleString('zh-CN')
  const whole = { from: first.from, to: last.to }
  const key = (
    <>
      <KeyLine dashed={false} /> {opening('received', whole, say('wall.curveFirst', { count: sum('received') }))}　<KeyLine dashed /> {opening('decided', whole, say('wall.curveSecond', { count: sum('decided') }))}
    </>
  )
  return (
    <Pane id="curve" title={title} meta={key}>
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
            { key: 'received', title: say('wall.received'), numeric: true, cell: (point) => count('received', point) },
            { key: 'decided', title: say('wall.decided'), numeric: true, cell: (point) => count('decided', point) },
          ]}
        />
      </details>
    </Pane>
  )
}

function KeyLine({ dashed }: { readonly dashed: boolean }) {
  return (
    <svg className={dashed ? 'key-line key-second' : 'key-line'} viewBox="0 0 24 4" aria-hidden="true">
      <path d="M0 2h24" strokeDasharray={dashed ? '5 3' : undefined} />
    </svg>
  )
}
