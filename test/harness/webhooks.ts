import { law } from '#kernel/access/caller.ts'
import { administrator } from './callers.ts'
import { aSubmittedCase } from './cases.ts'
import type { TestOffice } from './office.ts'

let made = 0

/** A system that is told of cases from now on; its id. Nothing is sent unless the queue is worked. */
export async function aSubscription(office: TestOffice): Promise<string> {
  const { id } = await office.call('webhooks.subscribe', await administrator(office), { name: '市数据共享平台', address: `https://share.gz.example.org/yimen/${(made += 1)}`, kinds: ['case'] })
  return id
}

/** A system for which so many cases, submitted since it was let in, wait to be sent; its id. */
export async function aWaitingSubscription(office: TestOffice, cases: number): Promise<string> {
  await office.call('kernel.make-checkpoint', law, {})
  const id = await aSubscription(office)
  for (let submitted = 1; submitted <= cases; submitted++) await aSubmittedCase(office)
  await lookForSteps(office)
  return id
}

/** What the minute and the second bring: new steps get their places in the tree and go into the outboxes. Returns how many receivers are due. */
export async function lookForSteps(office: TestOffice): Promise<number> {
  await office.call('kernel.make-checkpoint', law, {})
  return (await office.call('webhooks.fill-outbox', law, {})).due
}
