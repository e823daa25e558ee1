import { FactsList } from '#ui/facts.tsx'
import { say } from './text.ts'

/** The receipt of an appeal. */
export function Filed({ number, queryCode }: { readonly number: string; readonly queryCode: string }) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('filed')}</h1>
        <p>{say('filed.lead')}</p>
      </div>
      <FactsList
        as="row"
        facts={[
          { term: say('filed.number'), value: number, code: true },
          { term: say('filed.code'), value: queryCode, code: true },
        ]}
      />
      <p className="mt">
        <a className="btn btn-2" href={`/appeals?no=${number}`}>
          {say('filed.follow')}
        </a>
      </p>
    </div>
  )
}
