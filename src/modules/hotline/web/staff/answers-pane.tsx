import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { longDayWords } from '#web/day-words.ts'
import { say } from '../text.ts'

interface AnswersPaneProps {
  readonly q: string
  readonly articles: OutputOf<'hotline.search-articles'>['items']
  readonly units: Readonly<Record<string, string>>
}

/** The knowledge base beside the call; it is asked with an address, so the call stays as it is. */
export function AnswersPane({ q, articles, units }: AnswersPaneProps) {
  return (
    <Pane id="knowledge" title={say('knowledge')}>
      <form action="/hotline" method="get" role="search">
        <Field id="q" label={say('answers.q')}>
          {(ids) => <TextInput {...ids} name="q" type="search" maxLength={200} defaultValue={q} />}
        </Field>
        <Actions>
          <Button kind="second">{say('answers.search')}</Button>
        </Actions>
      </form>
      {q !== '' && articles.length === 0 ? <p className="mt">{say('knowledge.none')}</p> : null}
      {articles.map((article) => (
        <div key={article.id} className="note mt">
          <h3>{article.question}</h3>
          <p>{article.answer}</p>
          <p className="meta">{say('answers.from', { unit: units[article.ownerUnitId] ?? '', basis: article.basis, day: longDayWords(article.expiresOn) })}</p>
        </div>
      ))}
    </Pane>
  )
}
