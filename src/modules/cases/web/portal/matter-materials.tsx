import { MaterialsList } from '#ui/materials.tsx'
import { Section } from '#ui/section.tsx'
import type { TagKind } from '#ui/tag.tsx'
import { stateOfEvidence } from '../state-of-evidence.ts'
import { evidenceStateWord, sourceWord } from './case-words.ts'
import type { MatterFound } from './matter-found.ts'
import { say } from './text.ts'

const kindOfState: Readonly<Record<string, TagKind>> = { promised: 'near', defective: 'over', accepted: 'plain', submitted: 'plain', replaced: 'plain' }

/** What was handed in, from where, and in which state; files can be read again. */
export function MatterMaterials({ view }: { readonly view: MatterFound['view'] }) {
  if (view.evidence.length === 0) return null
  return (
    <Section id="materials" title={say('matter.materials')}>
      <MaterialsList
        materials={view.evidence.map((one) => ({
          name: one.name,
          text: sourceWord(one.source),
          links: one.fileId === null ? [] : [{ href: `/api/v1/cases/${view.number}/files/${one.fileId}`, text: say('matter.file') }],
          tag: one.source === 'shared' ? { kind: 'free', text: say('apply.materials.free') } : { kind: kindOfState[one.state] ?? 'plain', text: evidenceStateWord(stateOfEvidence(one)) },
        }))}
      />
    </Section>
  )
}
