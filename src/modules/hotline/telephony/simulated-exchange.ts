import type { TelephoneExchange } from './exchange.ts'

const nothing = async (): Promise<void> => undefined

/** Nobody takes up at an extension that ends in 9, nor in a call whose key ends in `:busy`, so that a failed transfer can be shown and tested. */
const takesUp = async (key: string, extension: string): Promise<{ readonly connected: boolean }> => ({ connected: !extension.endsWith('9') && !key.endsWith(':busy') })

/** An exchange without telephones: everything works at once, and a recording has a reference and no sound. */
export const simulatedExchange: TelephoneExchange = {
  answer: nothing,
  hold: nothing,
  resume: nothing,
  transfer: takesUp,
  join: takesUp,
  hangUp: async (key) => ({ recording: `SIM-${key}` }),
}
