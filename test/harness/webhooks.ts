import { administrator } from './callers.ts'
import type { TestOffice } from './office.ts'

let made = 0

/** A system that is told of cases from now on; its id. Nothing is sent unless the queue is worked. */
export async function aSubscription(office: TestOffice): Promise<string> {
  const { id } = await office.call('webhooks.subscribe', await administrator(office), { name: '市数据共享平台', address: `https://share.gz.example.org/yimen/${(made += 1)}`, kinds: ['case'] })
  return id
}
