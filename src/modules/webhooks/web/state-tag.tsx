import { Tag } from '#ui/tag.tsx'
import type { SubscriptionState } from '../schema.ts'
import { say, wordOf } from './text.ts'

const kindOfState = { calm: 'free', waiting: 'plain', failing: 'over', stopped: 'stop' } as const

export function StateTag({ state }: { readonly state: SubscriptionState }) {
  return <Tag kind={kindOfState[state]}>{wordOf('states', state)}</Tag>
}

export function kindsWords(kinds: readonly string[]): string {
  return kinds.length === 0 ? say('kinds.all') : kinds.map((kind) => wordOf('kinds', kind)).join('、')
}
