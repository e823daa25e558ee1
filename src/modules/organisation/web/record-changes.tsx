import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { say } from './record-text.ts'
import { staffNumber } from './rule-words.ts'

type Change = OutputOf<'organisation.list-changes'>['items'][number]

/** What was created, changed and closed, by whom and when. */
export function RecordChanges({ changes, named }: { readonly changes: readonly Change[]; readonly named: boolean }) {
  return (
    <Table
      caption={say('changes')}
      captionHidden
      rows={changes}
      rowKey={({ id }) => id}
      empty={say('changes.none')}
      columns={[
        { key: 'at', title: say('changes.at'), names: true, cell: ({ at }) => `${longDayWords(at)} ${instantWords(at).split(' ')[1]}` },
        ...(named ? [{ key: 'what', title: say('changes.what'), cell: ({ kind, name, recordId }: Change) => <a href={addressOf(kind, recordId)}>{`${say(`kind.${kind}`)} ${name}`}</a> }] : []),
        { key: 'act', title: say('changes.act'), cell: actWords },
        { key: 'reason', title: say('changes.reason'), cell: ({ reason }) => reason ?? '' },
        { key: 'by', title: say('changes.by'), cell: ({ by }) => (by.startsWith('staff:') ? say('changes.by.value', { by: staffNumber(by) }) : say('system')) },
      ]}
    />
  )
}

function actWords({ kind, act }: Change): string {
  if (act !== 'closed' || kind === 'unit') return say(`act.${act}`)
  return say(kind === 'staff' ? 'act.closed.staff' : 'act.closed.place')
}

function addressOf(kind: Change['kind'], id: string): string {
  const folders = { unit: 'units', hall: 'halls', window: 'windows', staff: 'staff' } as const
  return `/administration/${folders[kind]}/${id}`
}
