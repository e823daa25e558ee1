import { FactsList } from '#ui/facts.tsx'
import { say } from '../portal-text.ts'

interface ReportedProps {
  readonly number: string
  readonly code: string
  /** Why the photo was not kept; null when it was, or none was sent. */
  readonly photo: string | null
}

/** The receipt of a report. */
export function Reported({ number, code, photo }: ReportedProps) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('reported')}</h1>
        <p>{say('reported.lead')}</p>
      </div>
      <FactsList
        as="summary"
        facts={[
          { term: say('column.number'), value: number, code: true },
          { term: say('follow.code'), value: code, code: true },
        ]}
      />
      {photo === null ? null : <p className="note note-near">{say('reported.photo', { why: photo })}</p>}
      <p className="mt">
        <a className="btn btn-2" href={`/grid/follow?no=${number}`}>
          {say('follow')}
        </a>
      </p>
    </div>
  )
}
