import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import type { CaseSearch } from './find-case.ts'
import { FoundCases } from './found-cases.tsx'
import { type QueueAddress, queueOrders, queuePath } from './queue-address.ts'
import { say } from './text.ts'

interface QueueFilterProps {
  readonly asked: QueueAddress
  /** The items of the open tasks, each with how many. */
  readonly items: OutputOf<'cases.summarise-queue'>['items']
  /** What came of a number; undefined when no number was typed. */
  readonly search: CaseSearch | undefined
}

/** One field finds any case by its number and narrows this list by other words; beside it the item and the order. Asked by GET. */
export function QueueFilter({ asked: { view, q, item, order }, items, search }: QueueFilterProps) {
  return (
    <>
      <form className="filter" action={queuePath(view)} method="get" role="search">
        {view === 'stopped' ? <input type="hidden" name="show" value={view} /> : null}
        <div>
          <label htmlFor="q">{say('filter.find')}</label>
          <TextInput id="q" name="q" type="search" width={16} defaultValue={q} autoComplete="off" aria-describedby="q-hint" />
        </div>
        <div>
          <label htmlFor="item">{say('filter.item')}</label>
          <Select id="item" name="item" defaultValue={item} options={[{ value: '', label: say('filter.item.all') }, ...items.map(({ implementCode, itemName, count }) => ({ value: implementCode, label: say('filter.item.one', { name: itemName, count }) }))]} />
        </div>
        <div>
          <label htmlFor="order">{say('filter.order')}</label>
          <Select id="order" name="order" defaultValue={order} options={queueOrders.map((value) => ({ value, label: say(`filter.order.${value}`) }))} />
        </div>
        <Button kind="plain">{say('filter.go')}</Button>
      </form>
      <p className="meta" id="q-hint">
        {say('filter.hint')}
      </p>
      {search !== undefined && search.found.length === 0 ? <div className="mt-s"><Note kind="near">{say('find.none')}</Note></div> : null}
      {search ? <FoundCases found={search.found} path="/office/cases" /> : null}
    </>
  )
}
