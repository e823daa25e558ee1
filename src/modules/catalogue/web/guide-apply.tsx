import { ButtonLink } from '#ui/button.tsx'
import type { GuideFound } from './guide-found.ts'
import { say } from './text.ts'

interface ApplyPanelProps {
  /** Undefined when the item cannot be applied for online. */
  readonly applyHref: string | undefined
  readonly level: GuideFound['item']['minimumAssurance']
  readonly hasQuestions: boolean
}

/** Beside the guide on a wide screen: the way on, and what is on the page. */
export function ApplyPanel({ applyHref, level, hasQuestions }: ApplyPanelProps) {
  const contents = [...(hasQuestions ? (['situation'] as const) : []), 'materials', 'limits', 'conditions', 'flow', 'result', 'places', 'basis'] as const
  return (
    <aside className="side wide" aria-label={say('guide.apply.side')}>
      <div className="panel stack">
        {applyHref === undefined ? (
          <p>{say('guide.apply.not-online')}</p>
        ) : (
          <ButtonLink href={applyHref} wide>
            {say('guide.apply')}
          </ButtonLink>
        )}
        <p className="meta">{say('guide.apply.level', { level: say(`guide.level.${level}`) })}</p>
      </div>
      <nav className="toc" aria-label={say('guide.contents')}>
        <ul>
          {contents.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{say(`guide.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  )
}

/** On a narrow screen the way on stays at the foot of the window. */
export function ApplyBar({ applyHref, summary }: { readonly applyHref: string | undefined; readonly summary: string }) {
  if (applyHref === undefined) return null
  return (
    <div className="actbar narrow">
      <div className="wrap actions">
        <ButtonLink href={applyHref}>{say('guide.apply')}</ButtonLink>
        <span className="meta">{summary}</span>
      </div>
    </div>
  )
}
