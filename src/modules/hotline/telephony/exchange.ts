/** Whether somebody took up at the other end. */
export interface PutThrough {
  readonly connected: boolean
}

/**
 * The telephone exchange as the hotline sees it. It tells of a call by `hotline.ring-call`, and by `hotline.lose-call` of a
 * caller who hung up before anybody answered; everything else the seat asks of it. `key` is what the exchange calls the call.
 * The sound stays in the exchange: the hotline keeps a reference.
 */
export interface TelephoneExchange {
  answer(key: string, seat: string): Promise<void>
  hold(key: string): Promise<void>
  resume(key: string): Promise<void>
  /** Puts the caller through; the seat leaves if somebody takes up. */
  transfer(key: string, extension: string): Promise<PutThrough>
  /** Three speak together (三方通话). */
  join(key: string, extension: string): Promise<PutThrough>
  hangUp(key: string): Promise<{ readonly recording: string | null }>
}
