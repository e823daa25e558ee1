import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { say } from './text.ts'
import type { Typed } from './typed.ts'

type Person = OutputOf<'subjects.get-subject'>

interface ReaderPaneProps {
  readonly regions: OutputOf<'organisation.list-regions'>['items']
  /** The card reader of the window; null without one. */
  readonly reader: OutputOf<'kernel.get-devices'>['identityReader']
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[]; readonly typed: Typed } | undefined
  /** Whether the page begins here. */
  readonly focused: boolean
}

/** Who stands at the window: from the card reader or typed from the document. */
export function ReaderPane({ regions, reader, refused, focused }: ReaderPaneProps) {
  return (
    <Pane id="reader" title={say('reader.title')}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      {reader ? <CardReader cards={reader.cards} focused={focused && !refused} /> : null}
      <TypedPerson regions={regions} refused={refused} />
    </Pane>
  )
}

/** A simulated reader asks which card is laid on it; a real one has a card on it or none. */
function CardReader({ cards, focused }: { readonly cards: NonNullable<ReaderPaneProps['reader']>['cards']; readonly focused: boolean }) {
  return (
    <form action="/desk" method="post">
      {cards.length === 0 ? null : (
        <Field id="card" label={say('reader.card')} hint={say('reader.card.hint')}>
          {(ids) => <Select {...ids} name="card" autoFocus={focused} options={cards.map(({ key, name, tail }) => ({ value: key, label: say('reader.card.option', { name, tail }) }))} />}
        </Field>
      )}
      <Actions>
        <Button name="act" value="card" shortcut="r">
          {say('reader.read')}
        </Button>
      </Actions>
    </form>
  )
}

const idKinds = ['citizenId', 'residencePermit', 'passport', 'taiwanTravelPermit', 'hongKongMacaoTravelPermit', 'foreignPermanentResident'] as const

function TypedPerson({ regions, refused }: Pick<ReaderPaneProps, 'regions' | 'refused'>) {
  const value = (name: string): string | undefined => refused?.typed[name]?.[0]
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  const text = (name: 'name' | 'idNumber' | 'phone' | 'address') => (
    <Field id={name} label={say(`reader.${name}`)} error={errorOf(name)}>
      {(ids) => <TextInput {...ids} name={name} defaultValue={value(name)} autoComplete="off" />}
    </Field>
  )
  return (
    <form action="/desk" method="post" className="mt">
      {text('name')}
      <Field id="idKind" label={say('reader.idKind')} error={errorOf('idKind')}>
        {(ids) => <Select {...ids} name="idKind" defaultValue={value('idKind')} options={idKinds.map((kind) => ({ value: kind, label: say(`idKind.${kind}`) }))} />}
      </Field>
      {text('idNumber')}
      {text('phone')}
      <Field id="regionCode" label={say('reader.regionCode')} error={errorOf('regionCode')}>
        {(ids) => <Select {...ids} name="regionCode" defaultValue={value('regionCode')} options={regions.map(({ code, name }) => ({ value: code, label: name }))} />}
      </Field>
      {text('address')}
      <details className="mt-s" open={errorOf('birthOn') !== undefined}>
        <summary>{say('reader.unstated')}</summary>
        <Field id="sex" label={say('reader.sex')} optional>
          {(ids) => <Select {...ids} name="sex" defaultValue={value('sex')} options={[{ value: '', label: say('choose') }, { value: 'female', label: say('sex.female') }, { value: 'male', label: say('sex.male') }]} />}
        </Field>
        <Field id="birthOn" label={say('reader.birthOn')} error={errorOf('birthOn')} optional>
          {(ids) => <DateInput {...ids} name="birthOn" defaultValue={value('birthOn')} />}
        </Field>
      </details>
      <Actions>
        <Button name="act" value="person" kind={refused ? 'first' : 'second'}>
          {say('reader.find')}
        </Button>
      </Actions>
    </form>
  )
}

/** Who was found, masked: nobody needs more to accept. */
export function ApplicantPane({ person }: { readonly person: Person }) {
  return (
    <Pane id="person" title={say('person.title')} beside={<Tag kind="free">{say('person.read')}</Tag>}>
      <FactsList
        facts={[
          { term: say('person.name'), value: person.maskedName },
          { term: say('person.number'), value: person.maskedNumber, code: true },
          { term: say('person.level'), value: person.assuranceLevel },
        ]}
      />
      <p className="meta mt-s">
        <a href="/desk" accessKey="x">
          {say('person.next')} <kbd>Alt X</kbd>
        </a>
      </p>
    </Pane>
  )
}
