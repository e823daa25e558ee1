import type { Db } from '#kernel/db/pool.ts'
import type { Log } from '#kernel/log/log.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import type { Channels, SendingChannelKind } from './channel.ts'
import { openMessages } from './sealed-message.ts'
import { claimMessages, giveUp, markSent } from './store.ts'

const batchSize = 100
/** After so many that went out their marks are written: a commit for each would be most of the work of sending. */
const marksTogether = 20

export interface Sender {
  readonly db: Db
  readonly now: Date
  readonly vault: Vault
  readonly log: Log
  readonly channels: Channels
}

/**
 * Sends the messages that are due and returns how many went out. A failed one stays for its next
 * try; a crash between sending and marking sends at most twenty once more, with the same ids, by which a gateway knows them.
 */
export async function sendDue({ db, now, vault, log, channels }: Sender): Promise<number> {
  const kinds = Object.keys(channels) as SendingChannelKind[]
  let sent = 0
  for (;;) {
    const claimed = await claimMessages(db, { channels: kinds, limit: batchSize }, now)
    const contents = await openMessages(db, vault, claimed)
    const unmarked: string[] = []
    try {
      for (const [at, { id, recipient, channel }] of claimed.entries()) {
        const content = contents[at]
        if (content === undefined) {
          await giveUp(db, id)
          continue
        }
        try {
          await channels[channel]?.send({ id, recipient, to: content.to, text: content.text })
          unmarked.push(id)
          sent += 1
        } catch (fault) {
          log.error('message not sent', fault, { message: id, channel })
          // A gateway that fails may have kept us waiting: what went out before must not look as if it had not.
          await markSent(db, unmarked.splice(0), now)
        }
        if (unmarked.length === marksTogether) await markSent(db, unmarked.splice(0), now)
      }
    } finally {
      await markSent(db, unmarked, now)
    }
    // Until nothing is due: what was sent may have been in front of the next message of its matter.
    if (claimed.length === 0) return sent
  }
}
