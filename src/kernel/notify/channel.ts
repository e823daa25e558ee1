import type { Config } from '#kernel/config/config.ts'

export type SendingChannelKind = 'sms' | 'email'
export type ChannelKind = 'in-app' | SendingChannelKind

/** A message on its way out. `id` is the same at every try, so that a gateway can recognise one that it has sent already. */
export interface OutgoingMessage {
  readonly id: string
  readonly recipient: string
  /** Telephone number or e-mail address if the sender knew it. */
  readonly to: string | undefined
  readonly text: string
}

/** A way out of the office: an SMS gateway, a mail server. `send` resolves when the gateway took the message and throws otherwise. */
export interface Channel {
  send(message: OutgoingMessage): Promise<void>
}

export type Channels = Readonly<Partial<Record<SendingChannelKind, Channel>>>

/** Sends nothing: the message stays readable in the app (发件箱), for development and the demo city. */
const developmentChannel: Channel = { send: async () => undefined }

/** The channels of this office. A channel that is not set up leaves its messages waiting, neither sent nor lost. */
export function channelsOf(config: Config): Channels {
  return config.demo ? { sms: developmentChannel, email: developmentChannel } : {}
}
