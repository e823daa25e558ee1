import type { Services } from '#kernel/contract/services.ts'
import type { MailBox } from './mail-box.ts'
import { createSimulatedMailBox, type SimulatedMailBox } from './simulated-mail-box.ts'

const simulated = createSimulatedMailBox()

/** The mail box of this office: the simulator in a demo. A real one is a `MailBox` and a line here; without one nothing comes by mail. */
export function mailBoxOf({ config }: Pick<Services, 'config'>): MailBox | undefined {
  return config.demo ? simulated : undefined
}

/** Where a demo puts a mail in; undefined where the mail box is real. */
export function simulatedMailBoxOf({ config }: Pick<Services, 'config'>): SimulatedMailBox | undefined {
  return config.demo ? simulated : undefined
}
