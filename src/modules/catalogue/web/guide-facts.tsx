import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { joined } from '#ui/text.ts'
import { longDayWords } from '#web/day-words.ts'
import type { GuideFound } from './guide-found.ts'
import { ItemRows } from './item-rows.tsx'
import { say, wordList } from './text.ts'

type Item = GuideFound['item']
type Mark = Item['acceptanceConditions'][number]['mark']

/** How sure the record is, said only where it is not sure. */
function MarkTag({ mark }: { readonly mark: Mark }) {
  return mark === 'sourced' ? null : <Tag>{say(`guide.marks.${mark}`)}</Tag>
}

export function GuideConditions({ item }: { readonly item: Item }) {
  return (
    <Section id="conditions" title={say('guide.conditions')} meta={item.acceptanceConditions.some((one) => one.mark === 'recalled') ? say('guide.marks.meta') : undefined}>
      <ul className="bul">
        {item.acceptanceConditions.map((condition) => (
          <li key={condition.text}>
            {condition.text} <MarkTag mark={condition.mark} />
          </li>
        ))}
        {item.quantityLimit === null ? null : <li>{say('guide.conditions.quantity', { limit: item.quantityLimit })}</li>}
      </ul>
    </Section>
  )
}

export function GuideResult({ result }: { readonly result: GuideFound['guide']['result'] }) {
  return (
    <Section id="result" title={say('guide.result')}>
      <FactsList
        facts={[
          { term: say('guide.result.name'), value: result.name ?? say('guide.result.none') },
          ...(result.validity.text === '' ? [] : [{ term: say('guide.result.validity'), value: result.validity.text }]),
          ...(result.renewal === null ? [] : [{ term: say('guide.result.renewal'), value: result.renewal }]),
          { term: say('guide.result.delivery'), value: joined('list', result.delivery.map((way) => wordList('delivery')[way])) },
          ...(result.sample === null ? [] : [{ term: say('guide.result.sample'), value: joined('list', result.sample.fields.map((field) => field.label)) }]),
        ]}
      />
    </Section>
  )
}

export function GuidePlaces({ item }: { readonly item: Item }) {
  return (
    <Section id="places" title={say('guide.places')}>
      <FactsList
        facts={[
          ...(item.channels.includes('ONLINE') ? [{ term: say('guide.places.online'), value: say('guide.places.online.value') }] : []),
          { term: say('guide.places.channels'), value: joined('list', item.channels.map((channel) => say(`guide.channel.${channel}`))) },
          ...item.places.map((place) => ({ term: place.name, value: place.address, note: place.hours })),
          ...(item.consultPhone === null ? [] : [{ term: say('guide.places.consult'), value: <span className="nw">{item.consultPhone}</span> }]),
          ...(item.complaintPhone === null ? [] : [{ term: say('guide.places.complaint'), value: say('guide.places.complaint.value', { phone: item.complaintPhone }) }]),
        ]}
      />
    </Section>
  )
}

export function GuideBasis({ item, related }: { readonly item: Item; readonly related: GuideFound['related'] }) {
  return (
    <Section id="basis" title={say('guide.basis')}>
      <details>
        <summary>{say('guide.basis.laws')}</summary>
        <ul className="bul">
          {item.legalBasis.map((basis) => (
            <li key={`${basis.law} ${basis.article ?? ''}`}>
              {basis.says === '' ? lawOf(basis) : say('guide.basis.says', { law: lawOf(basis), says: basis.says })} <MarkTag mark={basis.mark} />
            </li>
          ))}
        </ul>
      </details>
      {item.faq.map((one) => (
        <details key={one.question}>
          <summary>{one.question}</summary>
          <p>
            {one.answer} <MarkTag mark={one.mark} />
          </p>
        </details>
      ))}
      {item.faq.some((one) => one.question === say('guide.remedy')) ? null : (
        <details>
          <summary>{say('guide.remedy')}</summary>
          <p>{say('guide.remedy.text')}</p>
        </details>
      )}
      <p className="meta mt">{say('guide.version', { version: item.version, from: longDayWords(item.effectiveFrom) })}</p>
      {related.length > 0 ? (
        <div className="mt">
          <h3>{say('guide.related')}</h3>
          <ItemRows items={related} />
        </div>
      ) : null}
    </Section>
  )
}

function lawOf({ law, article }: Item['legalBasis'][number]): string {
  return article === null ? say('guide.basis.law-only', { law }) : say('guide.basis.law', { law, article })
}
