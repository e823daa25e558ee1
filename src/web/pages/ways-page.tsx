import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { wayEntry, waysText, type WaysGroup } from '../ways.ts'

interface WaysPageProps {
  readonly title: string
  readonly lead: string
  readonly groups: readonly WaysGroup[]
}

/** The ways in of one part of the portal, in groups. */
export function WaysPage({ title, lead, groups }: WaysPageProps) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {groups.map(({ id, ways }) => (
        <Section key={id} id={id} title={waysText(`group.${id}`)}>
          <IndexList items={ways.map(wayEntry)} large />
        </Section>
      ))}
    </div>
  )
}
