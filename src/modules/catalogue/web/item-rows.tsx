import { Rows } from '#ui/index-list.tsx'
import type { OutputOf } from '#app'
import { limitWords } from '#web/limit-words.ts'
import { say } from './text.ts'

type ItemLine = OutputOf<'catalogue.list-items'>['items'][number]

/** Items one under the other: how people call it, its legal name with the unit, and how long it takes. */
export function ItemRows({ items }: { readonly items: readonly ItemLine[] }) {
  return <Rows columns={3} items={items.map((item) => ({ href: `/services/${item.implementCode}`, title: item.name, lines: [say('services.line', { plain: item.plainName, department: item.departmentName }), timeOf(item)] }))} />
}

function timeOf(item: ItemLine): string {
  if (item.handlingKind === 'INSTANT') return say('services.line.instant')
  return say('services.line.promise', { limit: limitWords(item.promisedLimit) })
}
