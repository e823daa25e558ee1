import type { RouterContextProvider } from 'react-router'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { BulkAct, Picked } from './picked.ts'
import { say } from './text.ts'

type Context = Readonly<RouterContextProvider>
export interface BulkOrder {
  readonly act: BulkAct
  readonly picked: readonly Picked[]
  readonly key: string
  readonly personId: string
  readonly reason: string
}

export interface BulkResult extends Picked {
  /** Why it was not done; undefined where it was. */
  readonly refused: string | undefined
}

/**
 * Gives the same command to each case, one after the other: every case is its own transaction with its own rules, so one that is
 * refused keeps no other from being done, and the ledger shows single acts.
 */
export async function giveInBulk(context: Context, order: BulkOrder): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = []
  for (const picked of order.picked) results.push({ ...picked, refused: await refusalOf(context, order, picked) })
  return results
}

async function refusalOf(context: Context, { act, key, personId, reason }: BulkOrder, { number, task }: Picked): Promise<string | undefined> {
  const step = task.replace(/^step:/, '')
  const options = { idempotencyKey: `${key}-${number}-${step}` }
  const answer = await (() => {
    switch (act) {
      case 'receive':
        return attempt(context, 'cases.receive-case', { number }, options)
      case 'transfer':
        return attempt(context, 'cases.transfer-case', { number, step, personId, reason }, options)
      case 'agree':
        return agree()
    }
  })()
  if (answer === undefined) return say('bulk.notSimple')
  return answer.ok ? undefined : answer.refusal.title

  /** Asked again of the case itself: what the form says of it may be old, or made up. */
  async function agree() {
    const seen = await attempt(context, 'cases.get-case', { number })
    if (!seen.ok) return seen
    const open = seen.value.steps.find((one) => one.key === step)
    if (open?.officers !== 1 || open.kind !== 'REVIEW') return undefined
    return attempt(context, 'cases.review-case', { number, step, opinion: 'agree', expectedVersion: seen.value.version }, options)
  }
}

/** Those to whom open steps may be passed: reviewers and approvers of the caller's unit, by name. */
export async function colleagues(context: Context): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const answer = await attempt(context, 'organisation.list-colleagues', { limit: 100 })
  const { caller } = context.get(requestContext)
  return answer.ok ? answer.value.items.filter(({ id }) => caller.kind !== 'staff' || id !== caller.id).map(({ id, name }) => ({ value: id, label: name })) : []
}
