import { Section } from '#ui/section.tsx'

interface AboutPart {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
}

interface AboutPageProps {
  readonly title: string
  readonly lead: string
  readonly parts: readonly AboutPart[]
}

/** A page that says how the office treats its visitors: a question at a time, each answered in full sentences. */
export function AboutPage({ title, lead, parts }: AboutPageProps) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {parts.map((part) => (
        <Section key={part.id} id={part.id} title={part.title}>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}
