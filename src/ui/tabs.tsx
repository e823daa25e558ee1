export interface Tab {
  readonly href: string
  readonly text: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

interface TabsProps {
  readonly label: string
  readonly items: readonly Tab[]
  /** Inside a section's head: without its own line. */
  readonly inline?: boolean | undefined
}

/** Views of the same thing as links: each has an address, the back button works. */
export function Tabs({ label, items, inline }: TabsProps) {
  return (
    <nav className={inline ? 'tabs tabs-in' : 'tabs'} aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
              {item.count === undefined ? null : <i>{item.count}</i>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
