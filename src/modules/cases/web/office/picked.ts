import type { QueueLine } from './queue-groups.ts'

export type BulkAct = QueueLine['inBulk'][number]

const bulkActs: readonly BulkAct[] = ['receive', 'agree', 'transfer']

/** More at once is no longer looked at. */
export const mostAtOnce = 50

export function bulkActOf(text: string | null | undefined): BulkAct | undefined {
  return bulkActs.find((act) => act === text)
}

/** One case that was ticked, as a value of the form: number and task, because a case may stand there with two. */
export interface Picked {
  readonly number: string
  readonly task: string
}

export function pickName({ number, task }: Picked): string {
  return `${number} ${task}`
}

export function pickedIn(values: readonly string[]): readonly Picked[] {
  return values.slice(0, mostAtOnce).flatMap((value) => {
    const [number = '', task = ''] = value.split(' ')
    return number === '' ? [] : [{ number, task }]
  })
}
