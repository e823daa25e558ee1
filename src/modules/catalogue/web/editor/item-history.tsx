import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { actorWord, itemPath, type OfficeItem, stateWord } from './editor-found.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { say } from './text.ts'

/** All versions, the newest first, each with the way to what it changed. */
export function ItemVersions({ office: { item, versions } }: { readonly office: OfficeItem }) {
  return (
    <Pane id="versions" title={say('item.versions')}>
      <Table
        caption={say('item.versions')}
        captionHidden
        rows={versions}
        rowKey={(one) => one.id}
        empty={say('item.versions.none')}
        columns={[
          { key: 'version', title: say('item.versions.number'), names: true, cell: (one) => say('item.versions.value', { version: one.version }) },
          { key: 'state', title: say('item.state'), cell: (one) => stateWord(one.state) },
          { key: 'from', title: say('item.versions.from'), cell: (one) => (one.state === 'DRAFT' ? '—' : longDayWords(one.effectiveFrom)) },
          { key: 'to', title: say('item.versions.to'), cell: (one) => (one.state === 'DRAFT' ? '—' : one.effectiveTo === null ? say('item.versions.open') : longDayWords(one.effectiveTo)) },
          { key: 'by', title: say('item.versions.by'), cell: (one) => actorWord(one.editedBy) },
          { key: 'compare', title: say('item.versions.compare'), cell: (one) => (one.version === 1 ? '—' : <a href={`${itemPath(item.implementCode)}/changes?before=${one.version - 1}&after=${one.version}`}>{say('item.versions.compare.link')}</a>) },
        ]}
      />
    </Pane>
  )
}

/** Who published, suspended, resumed or cancelled it, when and why. */
export function ItemActs({ office: { acts } }: { readonly office: OfficeItem }) {
  return (
    <Pane id="history" title={say('item.history')}>
      {acts.length === 0 ? <p>{say('item.history.none')}</p> : null}
      <Timeline
        small
        entries={acts.map((act) => ({
          title: say('item.history.line', { act: texts.acts[act.act], version: act.version === null ? '' : say('item.history.version', { version: act.version }) }),
          at: act.at,
          when: instantWords(act.at),
          text: `${say('item.history.by', { name: actorWord(act.by), reason: act.reason ?? '' })}${act.effectiveOn === null ? '' : say('item.history.from', { day: longDayWords(act.effectiveOn) })}`,
        }))}
      />
    </Pane>
  )
}
