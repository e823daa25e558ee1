import type { Ctx } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { pauseMs } from './rules.ts'
import type { Told } from './schema.ts'
import { openSecret } from './secret.ts'
import { signatureOf } from './signature.ts'
import { claimDeliveries, type ClaimedDelivery, markDelivered, noteAnswer } from './store/outbox.ts'
import { type HeldReceiver, holdReceiver, letGo, noteReached, pauseReceiver } from './store/receiver.ts'
import type { Message, Transport } from './transport.ts'

const batchSize = 16
const atOnce = 8
/** After so long no further batch is begun: other receivers wait for a worker too. */
const workMs = 5_000
/** Longer than the work and the slowest batch take together. */
const heldMs = 60_000

type Office = Pick<Ctx, 'db' | 'services'>

/** What came of one batch: how many were delivered, how many answered at all, when the last was taken, and why it ended early. */
interface Sent {
  delivered: number
  answered: number
  deliveredAt: Date | undefined
  away: { readonly since: Date; readonly failures: number; readonly why: string } | undefined
}

/**
 * Sends what is due to one receiver, matters side by side and each matter in order, until nothing is due, the receiver is away or
 * some seconds have passed; the rest is queued again. One worker at a time sends to a receiver. At least once: a crash between sending
 * and marking sends once more, with the same id. Returns how many were delivered.
 */
export async function deliverDue(office: Office, subscriptionId: string, transport: Transport): Promise<number> {
  const { db, services } = office
  const began = services.clock.now()
  const held = { id: subscriptionId, until: new Date(began.getTime() + heldMs) }
  if (!(await holdReceiver(db, held, began))) return 0
  let delivered = 0
  for (let now = began; now.getTime() < began.getTime() + workMs; now = services.clock.now()) {
    const batch = await claimDeliveries(db, { held, limit: batchSize }, now)
    const sent = await sendBatch(office, held, { batch, transport })
    delivered += sent.delivered
    await noteStanding(office, subscriptionId, sent)
    // Until nothing is due: what was delivered may have been in front of the next message of its matter.
    if (batch.length === 0 || sent.away !== undefined) break
  }
  await letGo(db, held)
  return delivered
}

async function sendBatch({ db, services }: Office, held: HeldReceiver, { batch, transport }: { readonly batch: readonly ClaimedDelivery[]; readonly transport: Transport }): Promise<Sent> {
  const sent: Sent = { delivered: 0, answered: 0, deliveredAt: undefined, away: undefined }
  const waiting = batch.values()
  const sendNext = async (): Promise<void> => {
    for (const one of waiting) {
      if (sent.away !== undefined || services.clock.now() >= held.until) return
      const outcome = await transport(messageOf(one, services))
      const at = services.clock.now()
      if (outcome.kind === 'delivered') {
        sent.delivered += 1
        sent.deliveredAt = at
        await markDelivered(db, held.id, one.leaf, at)
      } else await noteAnswer(db, held.id, one.leaf, outcome.why)
      if (outcome.kind === 'away') sent.away ??= { since: at, failures: one.failures + 1, why: outcome.why }
      else sent.answered += 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, batch.length) }, sendNext))
  return sent
}

async function noteStanding({ db }: Office, id: string, { answered, deliveredAt, away }: Sent): Promise<void> {
  if (away !== undefined) await pauseReceiver(db, id, { until: new Date(away.since.getTime() + pauseMs(away.failures)), why: away.why, deliveredAt })
  else if (answered > 0) await noteReached(db, id, deliveredAt)
}

/** Signed with the second at which it is made: it is sent at once. */
function messageOf(one: ClaimedDelivery, { clock, vault }: Office['services']): Message {
  const told: Told = { id: one.hash, leaf: one.leaf, matter: { number: one.matterNumber, kind: one.matterKind }, seq: one.seq, at: instantText(one.at), command: one.command, from: one.from, to: one.to }
  const body = JSON.stringify(told)
  return { address: one.address, body, headers: { 'yimen-delivery': one.hash, 'yimen-signature': signatureOf(openSecret(vault, one.sealedSecret), body, clock.now()) } }
}
