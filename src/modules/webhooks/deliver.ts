import type { Ctx } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { pauseMs } from './rules.ts'
import type { Told } from './schema.ts'
import { openSecret } from './secret.ts'
import { signatureOf } from './signature.ts'
import { claimDeliveries, type ClaimedDelivery, markDelivered, noteAnswer } from './store/outbox.ts'
import { noteReached, pauseSubscription } from './store/subscriptions.ts'
import type { Transport } from './transport.ts'

const batchSize = 64
const atOnce = 8

type Office = Pick<Ctx, 'db' | 'now' | 'services'>

/**
 * Sends what is due to one receiver, matters side by side and each matter in order, until nothing is due or the receiver is away.
 * At least once: a crash between sending and marking sends once more, with the same id. Returns how many were delivered.
 */
export async function deliverDue(office: Office, subscriptionId: string, transport: Transport): Promise<number> {
  let delivered = 0
  for (;;) {
    const batch = await claimDeliveries(office.db, subscriptionId, batchSize, office.now)
    const sent = await sendBatch(office, subscriptionId, { batch, transport })
    delivered += sent.delivered
    if (sent.delivered > 0 && !sent.away) await noteReached(office.db, subscriptionId, office.now)
    // Until nothing is due: what was delivered may have been in front of the next message of its matter.
    if (batch.length === 0 || sent.away) return delivered
  }
}

async function sendBatch(office: Office, subscriptionId: string, { batch, transport }: { readonly batch: readonly ClaimedDelivery[]; readonly transport: Transport }) {
  const { db, now } = office
  let [next, delivered, away] = [0, 0, false]
  const sendNext = async (): Promise<void> => {
    for (let one = batch[next++]; one !== undefined && !away; one = batch[next++]) {
      const outcome = await transport(messageOf(one, office))
      if (outcome.kind === 'delivered') {
        await markDelivered(db, subscriptionId, one.leaf, now)
        delivered += 1
        continue
      }
      await noteAnswer(db, subscriptionId, one.leaf, outcome.why)
      if (outcome.kind !== 'away' || away) continue
      away = true
      await pauseSubscription(db, subscriptionId, { until: new Date(now.getTime() + pauseMs(one.failures + 1)), why: outcome.why })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, batch.length) }, sendNext))
  return { delivered, away }
}

function messageOf(one: ClaimedDelivery, { now, services }: Office): Parameters<Transport>[0] {
  const told: Told = { id: one.hash, leaf: one.leaf, matter: { number: one.matterNumber, kind: one.matterKind }, seq: one.seq, at: instantText(one.at), command: one.command, from: one.from, to: one.to }
  const body = JSON.stringify(told)
  return { address: one.address, body, headers: { 'yimen-delivery': one.hash, 'yimen-signature': signatureOf(openSecret(services.vault, one.sealedSecret), body, now) } }
}
