import { type Material, MaterialsList } from '#ui/materials.tsx'
import { Note, Section } from '#ui/section.tsx'
import { joined } from '#ui/text.ts'
import { limitWords } from '#web/limit-words.ts'
import type { GuideFound } from './guide-found.ts'
import { say } from './text.ts'

type Line = GuideFound['guide']['materials'][number]

interface GuideMaterialsProps {
  readonly materials: readonly Line[]
  /** Whether answers that decide the list are still to come. */
  readonly isOpen: boolean
  /** The answers that the list was made for. */
  readonly labels: readonly string[]
  readonly phone: string
}

/** What to bring, then what the office already has. Nothing beyond this list may be asked for (优化营商环境条例 art. 36). */
export function GuideMaterials({ materials, isOpen, labels, phone }: GuideMaterialsProps) {
  return (
    <Section id="materials" title={say('guide.materials')} meta={labels.length > 0 ? say('guide.materials.for', { answers: joined('clauses', labels) }) : undefined}>
      {materials.length > 0 ? <MaterialsList materials={materials.map(shown)} /> : <p>{say(isOpen ? 'guide.materials.open' : 'guide.materials.none')}</p>}
      <div className="mt">
        <Note>{say('guide.materials.only', { phone })}</Note>
      </div>
    </Section>
  )
}

function shown(line: Line): Material {
  return { name: line.material.name, text: sentences(line), tag: tagOf(line) }
}

function sentences(line: Line): string {
  const { material } = line
  const exempt = line.status === 'EXEMPT'
  return [
    exempt ? say(`guide.reason.${line.reason}`) : (material.fillingHint ?? ''),
    line.reason === 'WISHED' || line.reason === 'FOUND_NOWHERE' ? say(`guide.reason.${line.reason}`) : '',
    line.mayFollow && material.supplyWithin !== null ? say('guide.may-follow', { limit: limitWords(material.supplyWithin) }) : '',
    line.mayPledge ? say('guide.may-pledge') : '',
  ].join('')
}

function tagOf(line: Line): Material['tag'] {
  if (line.status === 'EXEMPT') return { kind: 'free', text: say('guide.status.EXEMPT') }
  if (line.status === 'OPTIONAL') return { kind: 'plain', text: say('guide.status.OPTIONAL') }
  return { kind: 'need', text: say(line.mayFollow ? 'guide.materials.gap' : 'guide.status.REQUIRED') }
}
