import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Rows } from '#ui/index-list.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { limitWords } from '#web/limit-words.ts'
import { situationFacts } from '#modules/cases/web/office/form-words.ts'
import { type DeskAddress, deskHref } from './desk-address.ts'
import { say } from './text.ts'

type Guide = OutputOf<'catalogue.get-guide'>
type ItemLines = OutputOf<'catalogue.list-items'>['items']

/** Which item, found by the words that the person uses. */
export function ItemSearchPane({ address, found }: { readonly address: DeskAddress; readonly found: ItemLines }) {
  return (
    <Pane id="item" title={say('item.title')}>
      <form action="/desk" method="get" role="search">
        <input type="hidden" name="applicant" value={address.applicant} />
        <Field id="q" label={say('item.search')} hint={say('item.search.hint')}>
          {(ids) => <TextInput {...ids} type="search" name="q" defaultValue={address.q} autoFocus />}
        </Field>
        <Actions>
          <Button shortcut="q">{say('item.find')}</Button>
        </Actions>
      </form>
      {address.q !== '' && found.length === 0 ? <p className="mt">{say('item.none', { q: address.q })}</p> : null}
      <div className="mt-s">
        <Rows
          items={found.map((line) => ({
            title: line.name,
            href: deskHref({ applicant: address.applicant, item: line.implementCode }),
            lines: [say('item.line', { department: line.departmentName, limit: limitWords(line.promisedLimit) })],
          }))}
        />
      </div>
    </Pane>
  )
}

/** The item that was chosen, and the situation it is asked for in. */
export function ItemPane({ address, guide }: { readonly address: DeskAddress; readonly guide: Guide }) {
  const situation = situationFacts(guide, address.answers)
  return (
    <Pane id="item" title={say('item.title')} beside={<a href={deskHref({ applicant: address.applicant })}>{say('item.change')}</a>}>
      <p>
        <strong>{guide.name}</strong>
      </p>
      {guide.openQuestions.length === 0 ? (
        <>
          <FactsList
            facts={[
              ...(situation.length === 0 ? [{ term: say('item.scenario'), value: say('item.scenario.none') }] : situation),
              { term: say('item.promised'), value: limitWords(guide.limits.promised) },
              ...(guide.limits.statutory === null ? [] : [{ term: say('item.statutory'), value: limitWords(guide.limits.statutory) }]),
              { term: say('item.result'), value: guide.result.name ?? say('item.result.none') },
            ]}
          />
          {guide.questions.length > 0 ? (
            <details className="mt-s">
              <summary>{say('scenario.change')}</summary>
              <ScenarioForm address={address} guide={guide} />
            </details>
          ) : null}
        </>
      ) : (
        <p className="meta">{say('scenario.first')}</p>
      )}
    </Pane>
  )
}

/** The questions that decide which papers are needed. Answering one may bring the next. */
export function ScenarioPane({ address, guide }: { readonly address: DeskAddress; readonly guide: Guide }) {
  return (
    <Pane id="scenario" title={say('scenario.title')} meta={say('scenario.open', { count: guide.openQuestions.length })}>
      <ScenarioForm address={address} guide={guide} />
    </Pane>
  )
}

function ScenarioForm({ address, guide }: { readonly address: DeskAddress; readonly guide: Guide }) {
  const [firstOpen] = guide.openQuestions
  return (
    <form action="/desk" method="get">
      <input type="hidden" name="applicant" value={address.applicant} />
      <input type="hidden" name="item" value={address.item} />
      {guide.questions.map(({ key, question, hint, choose, options }) => {
        const group = { focused: key === firstOpen, name: `a.${key}`, legend: question, hint, options: options.map(({ key: value, label, effect }) => ({ value, label, hint: effect ?? undefined })) }
        return choose === 'MANY' ? <Checkboxes key={key} {...group} values={address.answers[key] ?? []} /> : <Radios key={key} {...group} value={address.answers[key]?.[0]} />
      })}
      <Actions>
        {/* Once every question is answered, the key belongs to the application below. */}
        <Button shortcut={firstOpen === undefined ? undefined : 's'}>{say('scenario.go')}</Button>
      </Actions>
    </form>
  )
}
