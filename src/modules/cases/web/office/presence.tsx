import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { Note } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import type { Presence as Seen } from './presence-loader.ts'
import { say } from './text.ts'

const askEverySeconds = 20

interface PresenceProps {
  readonly seen: Seen
  /** The version of the case that the page shows. */
  readonly version: number
  readonly path: string
}

/**
 * Which colleagues have this case open, and whether it changed since the page was made. Without scripts it says what was so when the
 * page was asked for; with them it asks again now and then, and never exchanges what somebody is reading or typing.
 */
export function Presence({ seen, version, path }: PresenceProps) {
  const fetcher = useFetcher<Seen | null>()
  const { load } = fetcher
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load(`${path}/presence`)
    }, askEverySeconds * 1000)
    return () => clearInterval(timer)
  }, [load, path])
  const now = fetcher.data ?? seen
  return (
    <div className="wrap presence no-print" aria-live="polite">
      {now.others.length === 0 ? null : (
        <Note>{say('presence.others', { people: now.others.map(({ name, since }) => say('presence.one', { name, since: instantWords(since) })).join(say('list.comma')) })}</Note>
      )}
      {now.version > version ? (
        <Note kind="near">
          {say('presence.changed')} <a href={path}>{say('presence.reload')}</a>
        </Note>
      ) : null}
    </div>
  )
}
