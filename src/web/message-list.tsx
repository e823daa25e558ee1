import { Button } from '#ui/button.tsx'
import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { instantWords } from './day-words.ts'
import { ListPages } from './list-pages.tsx'
import en from './locales/messages.en.json' with { type: 'json' }
import strings from './locales/messages.zh-CN.json' with { type: 'json' }
import type { Messages, ShownMessage } from './messages.ts'

/** A string of the messages of a person or a member of staff. */
export function messageText(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

interface MessageListProps {
  readonly messages: Messages
  /** The page that they stand on: its forms and tabs lead back there. */
  readonly path: string
}

/** The messages of one page: all or unread, each with the way to what it is about, and one button that marks them all. */
export function MessageList({ messages: { items, nextCursor, unreadOnly }, path }: MessageListProps) {
  const unread = items.filter((message) => message.readAt === null)
  return (
    <>
      <Tabs
        label={messageText('views')}
        items={[
          { href: path, text: messageText('all'), current: !unreadOnly },
          { href: `${path}?show=unread`, text: messageText('unread'), current: unreadOnly },
        ]}
      />
      {items.length === 0 ? <p className="mt">{messageText(unreadOnly ? 'none-unread' : 'none')}</p> : null}
      <ul className="rows rows-2 msgs">
        {items.map((message) => (
          <OneMessage key={message.id} message={message} path={path} />
        ))}
      </ul>
      {unread.length > 0 ? (
        <form className="mt" action={path} method="post">
          {unread.map((message) => (
            <input key={message.id} type="hidden" name="read" value={message.id} />
          ))}
          <Button kind="second">{messageText('read-all', { count: unread.length })}</Button>
        </form>
      ) : null}
      <ListPages summary={messageText('page', { count: items.length })} base={unreadOnly ? `${path}?show=unread` : path} nextCursor={nextCursor} />
    </>
  )
}

/** What was read leads on by a link; what was not is read on the way. */
function OneMessage({ message, path }: { readonly message: ShownMessage; readonly path: string }) {
  const isNew = message.readAt === null
  const word = message.href === undefined ? messageText('read') : openWord(message.matterKind)
  return (
    <li>
      <form className="r" action={path} method="post">
        <p className="meta">
          <time dateTime={message.createdAt}>{instantWords(message.createdAt)}</time> {isNew ? <Tag kind="need">{messageText('new')}</Tag> : messageText('was-read')}
        </p>
        <div>
          <p>{message.text ?? messageText('gone')}</p>
          {isNew ? (
            <button className="btn-link" name="open" value={message.id}>
              {word}
            </button>
          ) : message.href === undefined ? null : (
            <a className="btn-link" href={message.href}>
              {word}
            </a>
          )}
        </div>
      </form>
    </li>
  )
}

const kindsWithWord = ['case', 'disclosureRequest', 'serviceComplaint', 'workOrder', 'gridEvent'] as const

function openWord(kind: string | null): string {
  const known = kindsWithWord.find((one) => one === kind)
  return known === undefined ? messageText('open') : messageText(`open.${known}`)
}
