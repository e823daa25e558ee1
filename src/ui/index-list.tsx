import { Icon, type IconName } from './icon.tsx'

export interface IndexItem {
  readonly href: string
  readonly title: string
  readonly line?: string | undefined
  readonly icon?: IconName | undefined
}

/** Many ways in, side by side: a title, and one line that says what is behind it. */
export function IndexList({ items, large }: { readonly items: readonly IndexItem[]; readonly large?: boolean | undefined }) {
  return (
    <ul className={large ? 'index index-t' : 'index'}>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>
            {item.icon ? <Icon name={item.icon} /> : null}
            <b>{item.title}</b>
            {item.line ? <span>{item.line}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface Row {
  readonly title: string
  readonly href?: string | undefined
  readonly lines: readonly string[]
}

interface RowsProps {
  readonly items: readonly Row[]
  /** How many columns on a wide screen: the title and this many lines less one. */
  readonly columns?: 2 | 3 | undefined
}

/** Things one under the other, each a link or plain. */
export function Rows({ items, columns }: RowsProps) {
  return (
    <ul className={columns ? `rows rows-${columns}` : 'rows'}>
      {items.map((item) => (
        <li key={`${item.title} ${item.href ?? ''}`}>
          {item.href ? (
            <a href={item.href}>
              <RowWords {...item} />
            </a>
          ) : (
            <div className="r">
              <RowWords {...item} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function RowWords({ title, lines }: Row) {
  return (
    <>
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </>
  )
}
