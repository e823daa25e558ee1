import type { IncomingMail, MailBox } from './mail-box.ts'

/** A mail box without a server: it holds what somebody put into it, until it is taken. */
export interface SimulatedMailBox extends MailBox {
  put(mail: IncomingMail): void
}

export function createSimulatedMailBox(): SimulatedMailBox {
  const held = new Map<string, IncomingMail>()
  return {
    put: (mail) => void held.set(mail.key, mail),
    newMails: async () => [...held.values()],
    taken: async (key) => void held.delete(key),
  }
}
