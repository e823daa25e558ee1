import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { draftHref } from './apply-draft.ts'
import { say } from './text.ts'

type DraftLine = OutputOf<'cases.list-drafts'>['items'][number]

const columns = (): readonly Column<DraftLine>[] => [
  { key: 'item', title: say('matters.item'), names: true, cell: (line) => <a href={draftHref(line.implementCode, line.id, line)}>{line.itemName}</a> },
  { key: 'step', title: say('drafts.step'), cell: (line) => say(`apply.${line.step}`) },
  { key: 'saved', title: say('drafts.saved'), cell: (line) => instantWords(line.savedAt) },
  { key: 'until', title: say('drafts.until'), cell: (line) => longDayWords(line.expiresAt.slice(0, 10)) },
  {
    key: 'discard',
    title: say('drafts.discard.title'),
    cell: (line) => (
      <form action="/matters" method="post">
        <Button kind="plain" name="discard" value={line.id} aria-label={say('drafts.discard.of', { name: line.itemName })}>
          {say('drafts.discard')}
        </Button>
      </form>
    ),
  },
]

/** Applications that were begun and not sent. */
export function DraftsList({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  if (drafts.length === 0) return null
  return (
    <Section id="drafts" title={say('drafts')} meta={say('drafts.meta')}>
      <Table caption={say('drafts')} captionHidden columns={columns()} rows={drafts} rowKey={(line) => line.id} empty="" />
    </Section>
  )
}
