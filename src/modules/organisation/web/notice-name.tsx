import type { OutputOf } from '#app'
import { say } from './calendar-text.ts'

type Notice = OutputOf<'kernel.list-arrangements'>['items'][number]['notice']

/** A notice by title and number, led to where it is published. */
export function NoticeName({ notice: { title, number, address } }: { readonly notice: Notice }) {
  return (
    <>
      {address === null ? title : <a href={address}>{title}</a>} <span className="nw">{number ?? say('notice.unnumbered')}</span>
    </>
  )
}
