import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { ownMatterHref } from '#web/matter-href.ts'
import { MessageList } from '#web/message-list.tsx'
import { markMessages, readMessages } from '#web/messages.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/me', text: say('me') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  return readMessages(context, request, ownMatterHref)
}

/** Marks one message or all of the page as read; the one leads on to what it is about. */
export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  return redirect((await markMessages(context, request, ownMatterHref)) ?? '/messages')
}

export function meta() {
  return [{ title: say('messages') }]
}

/** 消息: what the office told the person, with what is still to be read. */
export default function MessagesPage() {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('messages')}</h1>
        <p>{say('messages.lead')}</p>
      </div>
      <MessageList messages={useLoaderData<typeof loader>()} path="/messages" />
    </div>
  )
}
