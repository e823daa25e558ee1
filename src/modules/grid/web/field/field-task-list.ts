import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { call } from '#web/call.ts'
import type { FieldStep, FieldTask } from './field-tasks.tsx'

type Row = OutputOf<'grid.list-events'>['items'][number]

/** Of each list no more than this: who has more works through the oldest first. */
const most = 20
/** Among so many that he may look at stand those that he treated himself. */
const looked = 100

/** The events in which the next step is one of the grid workers of the town, the oldest first: to look at, to take up and to treat. */
export async function tasksFor(context: Readonly<RouterContextProvider>): Promise<readonly FieldTask[]> {
  const listed = async (view: 'toVerify' | 'toAccept' | 'handling', steps: readonly FieldStep[]): Promise<readonly FieldTask[]> => {
    const { items } = await call(context, 'grid.list-events', { view, limit: looked, ...(view !== 'toVerify' && { level: 'community' as const }) })
    // Whoever said what was done is not the one who looks (G-03).
    return items.filter(({ fedBackByAsker }) => view !== 'toVerify' || !fedBackByAsker).slice(0, most).map((row) => taskOf(row, steps))
  }
  return [...(await listed('toVerify', ['verify'])), ...(await listed('toAccept', ['accept', 'feed-back'])), ...(await listed('handling', ['feed-back']))]
}

function taskOf({ number, category, cellId, dueAt, provisional }: Row, steps: readonly FieldStep[]): FieldTask {
  return { number, steps, category, cellId, dueAt, provisional, key: crypto.randomUUID() }
}
