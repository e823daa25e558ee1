import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { longDayWords } from '#web/day-words.ts'
import { say, staffNumber, type ShownRule, valueWords } from './rule-words.ts'

type Change = OutputOf<'kernel.get-setting-history'>['changes'][number]

/** Every decision about a rule, also those that were withdrawn. */
export function RuleHistory({ rule, changes, today }: { readonly rule: ShownRule; readonly changes: readonly Change[]; readonly today: string }) {
  return (
    <Table
      caption={say('history')}
      captionHidden
      rows={changes}
      rowKey={({ decidedAt, validFrom }) => `${decidedAt} ${validFrom}`}
      empty={say('history.none')}
      columns={[
        { key: 'day', title: say('history.day'), names: true, cell: ({ validFrom }) => longDayWords(validFrom) },
        { key: 'value', title: say('history.value'), cell: ({ value }) => valueWords(rule, value) },
        { key: 'state', title: say('history.state'), cell: (change) => stateWords(rule, change, today) },
        { key: 'document', title: say('history.document'), cell: ({ document }) => document },
        { key: 'reason', title: say('history.reason'), cell: ({ reason }) => reason },
        { key: 'entered', title: say('history.entered'), cell: ({ decidedAt, by }) => say('history.entered.value', { day: longDayWords(decidedAt), by: staffNumber(by) }) },
      ]}
    />
  )
}

function stateWords(rule: ShownRule, { validFrom, withdrawn }: Change, today: string): string {
  if (withdrawn !== null) return say('state.withdrawn', { reason: withdrawn.reason, day: longDayWords(withdrawn.at), by: staffNumber(withdrawn.by) })
  if (validFrom > today) return say('state.coming')
  return say(validFrom === rule.since ? 'state.current' : 'state.past')
}
