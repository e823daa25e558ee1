import { Tabs } from '#ui/tabs.tsx'
import { type OfficeItem, sectionPath } from './editor-found.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { placeOf } from './places.ts'
import { type SectionKey, sectionKeys } from './sections.ts'
import { say } from './text.ts'

/** The sections of an item beside each other, each with the number of its findings. */
export function SectionTabs({ office, current }: { readonly office: OfficeItem; readonly current: SectionKey }) {
  return (
    <Tabs
      label={say('section.steps')}
      items={sectionKeys.map((key) => ({ href: sectionPath(office.item.implementCode, key), text: texts.sections[key], count: findingsIn(office, key).length || undefined, current: key === current }))}
    />
  )
}

/** What the rules say about one section. */
export function findingsIn(office: OfficeItem, section: SectionKey): OfficeItem['findings'] {
  return office.findings.filter((finding) => placeOf(finding.pointer, office.item).section === section)
}
