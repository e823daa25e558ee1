import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, type RouterContextProvider, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say } from './text.ts'

type Message = OutputOf<'kernel.list-messages'>['items'][number]

export const handle: PageHandle = { crumbs: () => [{ href: '/me', text: say('me') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('cursor')
  const unreadOnly = searchParams.get('show') === 'unread'
  return { list: await call(context, 'kernel.list-messages', { unreadOnly, limit: 20, ...(cursor && { cursor }) }), unreadOnly }
}

/** Marks one message or all of the page as read; a matter's link reads its message on the way. */
export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const open = textOf(form, 'open')
  await markRead(context, open === undefined ? textsOf(form, 'read') : [open])
  const matter = textOf(form, 'matter')
  return redirect(open !== undefined && matter !== undefined && /^[0-9A-Z]+$/.test(matter) ? `/matters/${matter}` : '/messages')
}

/** One that is not the reader's own is passed over, as if it did not exist. */
async function markRead(context: Readonly<RouterContextProvider>, ids: readonly string[]): Promise<void> {
  for (const id of ids.slice(0, 100)) await attempt(context, 'kernel.mark-message-read', { id })
}

export function meta() {
  return [{ title: say('messages') }]
}

/** 消息: what the office told the person, with what is still to be read. */
export default function MessagesPage() {
  const { list, unreadOnly } = useLoaderData<typeof loader>()
  const unread = list.items.filter((message) => message.readAt === null)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('messages')}</h1>
        <p>{say('messages.lead')}</p>
      </div>
      <Tabs
        label={say('messages.views')}
        items={[
          { href: '/messages', text: say('messages.all'), current: !unreadOnly },
          { href: '/messages?show=unread', text: say('messages.unread'), current: unreadOnly },
        ]}
      />
      {list.items.length === 0 ? <p className="mt">{say(unreadOnly ? 'messages.none-unread' : 'messages.none')}</p> : null}
      <ul className="rows">
        {list.items.map((message) => (
          <OneMessage key={message.id} message={message} />
        ))}
      </ul>
      {unread.length > 0 ? (
        <form className="mt" action="/messages" method="post">
          {unread.map((message) => (
            <input key={message.id} type="hidden" name="read" value={message.id} />
          ))}
          <Button kind="second">{say('messages.read-all', { count: unread.length })}</Button>
        </form>
      ) : null}
      <ListPages summary={say('messages.page', { count: list.items.length })} base={unreadOnly ? '/messages?show=unread' : '/messages'} nextCursor={list.nextCursor} />
    </div>
  )
}

function OneMessage({ message }: { readonly message: Message }) {
  const isNew = message.readAt === null
  return (
    <li>
      <form className="r" action="/messages" method="post">
        <p className="meta">
          <time dateTime={message.createdAt}>{instantWords(message.createdAt)}</time> {isNew ? <Tag kind="need">{say('messages.new')}</Tag> : say('messages.was-read')}
        </p>
        <p>{isNew ? <b>{message.text ?? say('messages.gone')}</b> : (message.text ?? say('messages.gone'))}</p>
        {message.matterNumber === null ? null : <input type="hidden" name="matter" value={message.matterNumber} />}
        {message.matterNumber !== null || isNew ? (
          <button className="btn-link" name="open" value={message.id}>
            {say(message.matterNumber === null ? 'messages.read' : 'messages.open')}
          </button>
        ) : null}
      </form>
    </li>
  )
}
