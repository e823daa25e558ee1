import type { OutputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { say } from '../text.ts'

/** The files that went with a letter, each at the finding that it is evidence of (S-05). */
export function RecordingsPane({ recordings }: Pick<OutputOf<'supervision.get-measure'>, 'recordings'>) {
  if (recordings.length === 0) return null
  return (
    <Pane id="recordings" title={say('recordings')} meta={say('recordings.count', { count: recordings.length })}>
      <ul className="docs">
        {recordings.map(({ finding, fileId }) => (
          <li key={`${finding}-${fileId}`}>
            <a href={`/api/v1/findings/${finding}/files/${fileId}`}>{say('recordings.one', { finding })}</a>
          </li>
        ))}
      </ul>
    </Pane>
  )
}
