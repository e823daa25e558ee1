import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { staffMatterHref } from '#web/matter-href.ts'
import { MessageList, messageText } from '#web/message-list.tsx'
import { markMessages, readMessages } from '#web/messages.ts'
import { staffFirst } from '#web/staff-first.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return readMessages(context, request, hrefFor(staffFirst(context, request).roles))
}

/** Marks one message or all of the page as read; the one leads on to what it is about. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { roles } = staffFirst(context, request)
  return redirect((await markMessages(context, request, hrefFor(roles))) ?? '/staff/messages')
}

/** Where the matter of a message is handled by who holds these roles. */
function hrefFor(roles: readonly { readonly role: string }[]) {
  return (kind: string | null, number: string | null) => staffMatterHref(kind, number, roles.map(({ role }) => role))
}

export function meta() {
  return [{ title: messageText('title') }]
}

/** What was told to a member of staff and to the posts that he holds: new orders, reminders, findings, moved dates. */
export default function StaffMessagesPage() {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{messageText('title')}</h1>
        <p>{messageText('lead.staff')}</p>
      </div>
      <MessageList messages={useLoaderData<typeof loader>()} path="/staff/messages" />
    </div>
  )
}
