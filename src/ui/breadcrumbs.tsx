import type { LinkTo } from './link-to.ts'

/** The way back up. The page itself is not in it: its title stands below. */
export function Breadcrumbs({ label, items }: { readonly label: string; readonly items: readonly LinkTo[] }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
