import { Note } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import { type Live, LivePart } from '#web/live-part.tsx'
import type { Presence } from './presence.ts'
import { say } from './text.ts'

interface PresenceNoteProps {
  readonly seen: Presence
  /** The version of the case that the rest of the page shows. */
  readonly version: number
  readonly path: string
  readonly live: Live | undefined
}

/** Which colleagues have this case open, and since when: also above the question that precedes a command. */
export function OthersNote({ seen }: { readonly seen: Presence }) {
  if (seen.others.length === 0) return null
  return <Note>{say('presence.others', { people: seen.others.map(({ name, since }) => say('presence.one', { name, since: instantWords(since) })).join(say('list.comma')) })}</Note>
}

/**
 * Which colleagues have this case open, and whether it changed since the page was made. Where scripts run this note alone is kept up to
 * date: what somebody is reading or typing is never exchanged.
 */
export function PresenceNote({ seen, version, path, live }: PresenceNoteProps) {
  return (
    <LivePart id="presence" live={live} from={`${path}?shown=${version}`} className="wrap presence no-print" announced>
      <OthersNote seen={seen} />
      {seen.version > version ? (
        <Note kind="near">
          {say('presence.changed')} <a href={path}>{say('presence.reload')}</a>
        </Note>
      ) : null}
    </LivePart>
  )
}
