import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt, call } from './call.ts'
import { textOf, textsOf } from './form-fields.ts'

type PageContext = Readonly<RouterContextProvider>
type HrefOf = (kind: string | null, number: string | null) => string | undefined

/** One message, and the page of what it is about, where the reader has one. */
export type ShownMessage = OutputOf<'kernel.list-messages'>['items'][number] & { readonly href: string | undefined }

export interface Messages {
  readonly items: readonly ShownMessage[]
  readonly nextCursor: string | null
  readonly unreadOnly: boolean
}

/** What the office told whoever asks, newest first. `hrefOf` says where a matter is read. */
export async function readMessages(context: PageContext, request: Request, hrefOf: HrefOf): Promise<Messages> {
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('cursor')
  const unreadOnly = searchParams.get('show') === 'unread'
  const { items, nextCursor } = await call(context, 'kernel.list-messages', { unreadOnly, limit: 20, ...(cursor && { cursor }) })
  return { items: items.map((message) => ({ ...message, href: hrefOf(message.matterKind, message.matterNumber) })), nextCursor, unreadOnly }
}

/** Marks one message or all of a page as read; says where the matter of the one is read. One that is not the reader's own is passed over, as if it did not exist. */
export async function markMessages(context: PageContext, request: Request, hrefOf: HrefOf): Promise<string | undefined> {
  const form = await request.formData()
  const open = textOf(form, 'open')
  if (open === undefined) {
    for (const id of textsOf(form, 'read').slice(0, 100)) await attempt(context, 'kernel.mark-message-read', { id })
    return undefined
  }
  const marked = await attempt(context, 'kernel.mark-message-read', { id: open })
  return marked.ok ? hrefOf(marked.value.matterKind, marked.value.matterNumber) : undefined
}
