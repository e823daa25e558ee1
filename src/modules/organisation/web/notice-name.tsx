import type { OutputOf } from '#app'
import { say } from './calendar-text.ts'

type Notice = OutputOf<'kernel.list-arrangements'>['items'][number]['notice']

/** A notice by title and number, led to where it is published. Only web addresses become links. */
export function NoticeName({ notice: { title, number, address } }: { readonly notice: Notice }) {
  return (
    <span>
      {address?.startsWith('https://') ? <a href={address}>{title}</a> : title} <span className="nw">{number ?? say('notice.unnumbered')}</span>
    </span>
  )
}
