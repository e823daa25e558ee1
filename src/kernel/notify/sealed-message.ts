import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { Vault } from '#kernel/vault/vault.ts'

/** What is sealed of a message. */
export interface MessageContent {
  readonly text: string
  readonly to?: string | undefined
}

export interface SealedMessage {
  readonly subjectId: string | null
  readonly sealed: Buffer
}

const purpose = 'notification'

/** Seals under the subject's key, or the office's where the message is nobody's. */
export async function sealMessage(ctx: Pick<Ctx, 'db' | 'services'>, subjectId: string | null, content: MessageContent): Promise<Buffer> {
  const { vault } = ctx.services
  if (subjectId !== null) return vault.seal(ctx.db, subjectId, content)
  return vault.sealForOffice(Buffer.from(JSON.stringify(content), 'utf8'), purpose)
}

/** Opens messages with one look-up of the keys; undefined for those of a forgotten subject. */
export async function openMessages(db: Db, vault: Vault, messages: readonly SealedMessage[]): Promise<readonly (MessageContent | undefined)[]> {
  const boxes = messages.flatMap(({ subjectId, sealed }) => (subjectId === null ? [] : [{ subjectId, box: sealed }]))
  const opened = (await vault.openMany<MessageContent>(db, boxes)).values()
  return messages.map(({ subjectId, sealed }) =>
    subjectId === null ? (JSON.parse(vault.openForOffice(sealed, purpose).toString('utf8')) as MessageContent) : opened.next().value,
  )
}
