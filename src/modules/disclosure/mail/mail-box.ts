import type { Mail } from '../schema.ts'

/** A mail that the server holds for an agency, under the name by which the server knows it. */
export interface IncomingMail extends Mail {
  readonly key: string
  readonly unitId: string
  readonly arrivedAt: Date
}

/** The mail boxes of the disclosure institutions as disclosure sees them. A real one speaks IMAP; what goes out goes through the notifications of the kernel. */
export interface MailBox {
  /** What came in and has not been taken yet. */
  newMails(): Promise<readonly IncomingMail[]>
  /** The mail stands in disclosure now and is not told of again. */
  taken(key: string): Promise<void>
}
