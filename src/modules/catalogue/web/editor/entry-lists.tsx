import { Actions, ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { WhoActs } from '#web/who-acts.tsx'
import { sectionPath } from './editor-found.ts'
import { labelOf } from './shape-labels.ts'
import { entryListsOf, type SectionFound } from './section-found.ts'
import { valueAt } from './shape.ts'
import { plainWords } from './shape-words.ts'
import { say } from './text.ts'

/** The lists of a section whose entries have pages of their own, each with what tells it from the others. */
export function EntryLists({ found }: { readonly found: SectionFound }) {
  if (found.isNew) return null
  const code = found.office.item.implementCode
  return entryListsOf(found).map(({ path, entries, shown }) => {
    const title = labelOf(path) ?? ''
    return (
      <Section key={path.join('.')} id={`list-${path.join('-')}`} title={title}>
        <Table
          caption={title}
          captionHidden
          rows={entries}
          rowKey={({ at }) => at.join('.')}
          empty={say('section.empty')}
          columns={[
            { key: 'place', title: say('section.column.entry'), names: true, cell: ({ at, title: name }) => <a href={sectionPath(code, found.section, at)}>{`${Number(at.at(-1)) + 1}. ${name}`}</a> },
            ...shown.map(([element, shape]) => ({ key: element, title: labelOf([...path, element]) ?? '', cell: ({ entry }: { readonly entry: unknown }) => plainWords(shape, valueAt(entry, [element]), found.lookups) })),
          ]}
        />
        <WhoActs>
          <Actions>
            <ButtonLink kind="second" href={sectionPath(code, found.section, [...path, 'new'])}>
              {say('section.add')}
            </ButtonLink>
          </Actions>
        </WhoActs>
      </Section>
    )
  })
}
