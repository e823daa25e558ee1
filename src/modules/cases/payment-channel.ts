import type { Config } from '#kernel/config/config.ts'

/** A payment order. `id` is the same at every try, so that a channel recognises one that it has charged already. */
export interface PaymentOrder {
  readonly id: string
  readonly amountMinor: number
  /** What the payer sees on the statement: no personal data. */
  readonly subject: string
}

/** What a channel did, with its own number for it. */
export interface ChannelAnswer {
  readonly reference: string
}

/** A way for money to come in and to go back: the non-tax platform of a city, a bank, a mobile wallet. Throws when it did nothing. */
export interface PaymentChannel {
  readonly name: string
  charge(order: PaymentOrder): Promise<ChannelAnswer>
  refund(order: PaymentOrder): Promise<ChannelAnswer>
}

/** Moves no money: it answers every order at once, for development and the demo city. */
const demonstrationChannel: PaymentChannel = {
  name: 'demonstration',
  charge: async ({ id }) => ({ reference: `DEMO-${id}` }),
  refund: async ({ id }) => ({ reference: `DEMO-R-${id}` }),
}

/** The cash desk of a window: the money changes hands there, and its slip's number is written down here. */
export function windowChannel(slipNumber: string): PaymentChannel {
  return { name: windowChannelName, charge: async () => ({ reference: slipNumber }), refund: async () => ({ reference: slipNumber }) }
}

export const windowChannelName = 'window'

/** The channel through which applicants of this office pay online; undefined where none is connected: then fees are paid at the window. */
export function paymentChannelOf(config: Pick<Config, 'demo'>): PaymentChannel | undefined {
  return config.demo ? demonstrationChannel : undefined
}
