import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { deviceErrors } from '../errors.ts'
import { insertCardReading } from '../store.ts'

/** Has no address: what is on a card goes to the page's own server side, which finds the person by it, and never to a browser. */
export const readIdentityCard = defineOperation({
  name: 'kernel.read-identity-card',
  summary: 'Reads the card that lies on the reader of the window; every reading is recorded',
  kind: 'command',
  access: { permission: 'devices:use' },
  input: z.object({ card: z.string().max(40).optional().describe('which card a simulator lays on the reader') }),
  output: z.object({ name: z.string(), idNumber: z.string(), address: z.string(), regionCode: z.string(), phone: z.string() }),
  refusals: [deviceErrors.none, deviceErrors.nothingOnReader],
  async run({ db, caller, now, services }, { card: key }) {
    const reader = services.devices.identityReader
    if (reader === undefined) throw new Refusal(deviceErrors.none)
    const card = await reader.read(key)
    if (card === undefined) throw new Refusal(deviceErrors.nothingOnReader)
    const windowId = caller.kind === 'staff' ? (caller.windowId ?? null) : null
    await insertCardReading(db, { id: newId(now.getTime()), at: now, actor: actorOf(caller), windowId, device: reader.name, numberIndex: services.vault.index('identity-card', card.idNumber) })
    return { ...card }
  },
})
