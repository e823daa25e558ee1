import { currentEntry, type NavEntry } from './navigation.ts'
import { say } from './text.ts'

/** The row of links in a header. Where the reader is now is said, not only drawn. */
export function NavBar({ entries, path }: { readonly entries: readonly NavEntry[]; readonly path: string }) {
  const current = currentEntry(entries, path)
  return (
    <nav className="nav" aria-label={say('nav.label')}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry === current ? 'page' : undefined}>
              {entry.before ? <span className="w">{say(entry.before)}</span> : null}
              {say(entry.word)}
              {entry.after ? <span className="w">{say(entry.after)}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
