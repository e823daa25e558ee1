import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { dayWords } from '#web/day-words.ts'
import { without } from '../../schema.ts'
import { figureHref, type FigurePlace } from '../figure-href.ts'
import { say, wordOf } from '../staff-text.ts'
import type { By } from './question.ts'

type Part = OutputOf<'reporting.get-figure'>['parts'][number]

interface FigurePartsProps {
  readonly metric: string
  readonly place: FigurePlace
  readonly by: By
  readonly parts: readonly Part[]
}

/** A figure divided: each part with what it is made of, and the way to that part alone. */
export function FigureParts({ metric, place, by, parts }: FigurePartsProps) {
  const nameOf = ({ part, name }: Part): string => {
    if (part === null) return say('rows.without')
    if (by === 'day') return dayWords(part)
    return name ?? wordOf(part) ?? say('rows.gone', { what: say(`rows.by.${by}`) })
  }
  const placeOf = (part: string | null): FigurePlace => (by === 'day' && part !== null ? { ...place, from: part, to: part } : { ...place, [by]: part ?? without })
  return (
    <Table
      caption={say(`rows.by.${by}`)}
      captionHidden
      rows={parts}
      rowKey={({ part }) => part ?? ''}
      empty={say('rows.nothing')}
      columns={[
        { key: 'part', title: say(`rows.by.${by}`), names: true, cell: (part) => <a href={figureHref(metric, placeOf(part.part))}>{nameOf(part)}</a> },
        { key: 'value', title: say('rows.value'), numeric: true, cell: ({ value }) => value },
        { key: 'parts', title: say('rows.parts'), numeric: true, cell: ({ numerator, denominator }) => (denominator === null ? numerator : `${numerator}／${denominator}`) },
      ]}
    />
  )
}
