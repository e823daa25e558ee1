import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Finding, findingWords, type OfficeItem, sectionPath } from './editor-found.ts'
import { placeOf } from './places.ts'
import type { SectionKey } from './sections.ts'
import type { Path } from './shape.ts'
import { type EditorTextKey, say } from './text.ts'

interface FindingsProps {
  readonly office: { readonly findings: OfficeItem['findings']; readonly item: Readonly<Record<string, unknown>> & { readonly implementCode: string } }
  /** Only those of this section, and of this entry. */
  readonly section?: SectionKey
  readonly at?: Path
  readonly caption?: EditorTextKey
}

/** What the rules say about the draft: the rule, the field as a link, the sentence. */
export function Findings({ office, section, at = [], caption }: FindingsProps) {
  const rows = office.findings
    .map((finding) => ({ finding, place: placeOf(finding.pointer, office.item) }))
    .filter(({ place }) => (section === undefined || place.section === section) && at.every((step, depth) => place.at[depth] === step))
  if (section !== undefined && rows.length === 0) return null
  return (
    <Table
      caption={say(caption ?? (section === undefined ? 'item.findings' : 'section.findings'))}
      captionHidden={section === undefined}
      rows={rows}
      rowKey={({ finding }) => `${finding.rule} ${finding.pointer} ${finding.code}`}
      empty={say('item.findings.none')}
      columns={[
        { key: 'severity', title: say('item.findings.severity'), cell: ({ finding }) => <Tag kind={finding.severity === 'error' ? 'over' : 'near'}>{say(`item.findings.${finding.severity}`)}</Tag> },
        { key: 'rule', title: say('item.findings.rule'), cell: ({ finding }) => ruleWord(finding) },
        { key: 'where', title: say('item.findings.where'), names: true, cell: ({ place }) => <a href={`${sectionPath(office.item.implementCode, place.section, place.at)}#${place.id}`}>{place.label}</a> },
        { key: 'what', title: say('item.findings.what'), cell: ({ finding }) => findingWords(finding) },
      ]}
    />
  )
}

function ruleWord({ rule }: Finding): string {
  return rule === 'REF' ? say('item.findings.rule.REF') : rule
}
