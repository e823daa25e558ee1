import type { OutputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { instantWords } from '#web/day-words.ts'
import { say } from './text.ts'

type Windows = OutputOf<'reception.get-hall-day'>['windows']
type Signals = OutputOf<'kernel.list-signals'>['items']

/** What each window is doing, and how many it has served today. */
export function WindowsPane({ windows }: { readonly windows: Windows }) {
  return (
    <Pane id="windows" title={say('windows')}>
      <Table
        caption={say('windows')}
        captionHidden
        rows={windows}
        rowKey={({ window, clerk }) => `${window} ${clerk}`}
        empty={say('windows.empty')}
        columns={[
          { key: 'window', title: say('column.window'), names: true, cell: ({ window }) => window ?? say('window.none') },
          { key: 'clerk', title: say('column.clerk'), cell: ({ clerk }) => clerk },
          { key: 'current', title: say('column.current'), cell: ({ current }) => (current === null ? say('current.none') : say(`current.${current.state === 'serving' ? 'serving' : 'called'}`, { number: current.number })) },
          { key: 'served', title: say('column.served'), numeric: true, cell: ({ served }) => say('people', { count: served }) },
          { key: 'missed', title: say('figure.missed'), numeric: true, cell: ({ missed }) => say('people', { count: missed }) },
          { key: 'lastCall', title: say('column.lastCall'), cell: ({ lastCallAt }) => instantWords(lastCallAt) },
        ]}
      />
    </Pane>
  )
}

/** Yellow and red signals of legal clocks that stand. A case opens in the hall's room. */
export function SignalsPane({ signals, units }: { readonly signals: Signals; readonly units: Readonly<Record<string, string>> }) {
  return (
    <Pane id="signals" title={say('signals')} meta={say('signals.meta')}>
      <Table
        caption={say('signals')}
        captionHidden
        rows={signals}
        rowKey={({ id }) => id}
        empty={say('signals.empty')}
        columns={[
          { key: 'rung', title: say('column.rung'), names: true, cell: ({ rung }) => <Tag kind={rung === 'red' ? 'over' : 'near'}>{say(rung === 'red' ? 'signal.red' : 'signal.yellow')}</Tag> },
          { key: 'case', title: say('column.case'), cell: ({ kind, number }) => (kind === 'case' ? <a href={`/hall/cases/${number}`}>{say('tail', { tail: number.slice(-4) })}</a> : say('tail', { tail: number.slice(-4) })) },
          { key: 'unit', title: say('column.unit'), cell: ({ unitId }) => (unitId === null ? '' : (units[unitId] ?? unitId)) },
          { key: 'fired', title: say('column.fired'), cell: ({ firedAt }) => instantWords(firedAt) },
        ]}
      />
    </Pane>
  )
}
