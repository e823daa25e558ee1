import { Pane } from '#ui/section.tsx'
import { say } from './text.ts'

export type DeskKey = 'tab' | 'arrows' | 's' | 'g' | 'd' | 'r' | 'n' | 'x'

/** The keys that do something on this page, and no others. */
export function KeysPane({ keys }: { readonly keys: readonly DeskKey[] }) {
  if (keys.length === 0) return null
  return (
    <Pane id="keys" title={say('keys.title')}>
      <ul className="keys meta">
        {keys.map((key) => (
          <li key={key}>
            <kbd>{say(`keys.${key}`)}</kbd> {say(`keys.${key}.what`)}
          </li>
        ))}
      </ul>
    </Pane>
  )
}
