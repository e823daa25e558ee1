/** What is printed on an identity card and kept in its chip, with what the clerk would otherwise type. */
export interface IdentityCard {
  readonly name: string
  readonly idNumber: string
  readonly address: string
  /** The town or street office of the address; a real reader leaves it to the clerk. */
  readonly regionCode: string
  /** Not on the card: a simulated one brings it, so that a new person can be registered in one go. */
  readonly phone: string
}

/** A card that a simulator can lay on its reader. `tail`: the last four signs of its number. */
export interface CardToLay {
  readonly key: string
  readonly name: string
  readonly tail: string
}

/** A reader of identity cards (居民身份证阅读机) at a window. */
export interface IdentityReader {
  /** Written into the record of every reading. */
  readonly name: string
  /** What may be laid on it. Empty for a real reader: there the person lays the card. */
  readonly cards: readonly CardToLay[]
  /** The card on the reader, or undefined where none lies on it. `key` is for a simulator only. */
  read(key: string | undefined): Promise<IdentityCard | undefined>
}

/** A scanner (高拍仪) at a window. */
export interface Scanner {
  readonly name: string
  /** What lies on it, as one PDF. `title` names the paper. */
  scan(title: string, at: Date): Promise<Uint8Array>
}

/** The devices of the windows. An office without a driver has none: then the clerk types and chooses files. */
export interface Devices {
  readonly identityReader: IdentityReader | undefined
  readonly scanner: Scanner | undefined
}

export const noDevices: Devices = { identityReader: undefined, scanner: undefined }
