import type { OutputOf } from '#app'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { limitWords } from '#web/limit-words.ts'
import { askedSections, waysOf } from '../form-delivery.ts'
import type { KnownFacts } from '../prefill.ts'
import { ApplicationFields } from './application-fields.tsx'
import { type DeskAddress, deskHref } from './desk-address.ts'
import type { WindowMeans } from './checklist.ts'
import { KeysPane } from './keys-pane.tsx'
import { MaterialChecks } from './material-checks.tsx'
import { say } from './text.ts'
import type { Typed } from './typed.ts'

type Guide = OutputOf<'catalogue.get-guide'>

interface FilingFormProps {
  readonly address: DeskAddress
  readonly guide: Guide
  readonly facts: KnownFacts
  readonly idempotencyKey: string
  readonly means: WindowMeans
  readonly declaration: OutputOf<'cases.get-declaration'>
  /** The hall of this window: results may be fetched here. */
  readonly hasHall: boolean
  /** The window calls numbers: the strip is above the form. */
  readonly calling: boolean
  /** By when the applicant must be told once what is missing. */
  readonly noticeWithin: TimeLimit
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[]; readonly typed: Typed } | undefined
}

/** The application at the window as one form: what is filled in and checked in the middle, what follows from it on the right. */
export function FilingForm({ address, guide, facts, idempotencyKey, means, declaration, hasHall, calling, noticeWithin, refused }: FilingFormProps) {
  const typed = refused?.typed ?? {}
  const problems = refused?.problems ?? []
  const brought = guide.materials.filter((line) => line.status !== 'EXEMPT').length
  return (
    <form className="desk-form" action={deskHref(address)} method="post" encType="multipart/form-data">
      <input type="hidden" name="key" value={idempotencyKey} />
      <div className="mid">
        {refused ? <ErrorSummary title={refused.title} problems={problems} /> : null}
        <Pane id="checklist" title={say('checklist.title', { count: guide.materials.length })} meta={say('checklist.meta', { brought })}>
          <MaterialChecks lines={guide.materials} typed={typed} problems={problems} means={means} />
        </Pane>
        <Pane id="application" title={say('application.title')}>
          <ApplicationFields sections={askedSections(guide)} facts={facts} typed={typed} problems={problems} />
        </Pane>
        <Pane id="declaration" title={say('declaration.title')}>
          <Checkboxes
            name="declare"
            legend={say('declaration.legend')}
            hint={say('declaration.hint')}
            error={problems.find((problem) => problem.id === 'declare')?.text}
            options={[{ value: String(declaration.version), label: declaration.text }]}
            values={typed['declare']}
          />
        </Pane>
        <DeliveryPane typed={typed} problems={problems} ways={waysOf(guide).filter((way) => way !== 'terminal').filter((way) => way !== 'window' || hasHall)} />
      </div>
      <div>
        <ConclusionPane noticeWithin={noticeWithin} />
        <IfAccepted guide={guide} />
        <KeysPane keys={['tab', 'arrows', 's', 'g', 'd', ...(calling ? (['n'] as const) : []), 'x']} />
      </div>
    </form>
  )
}

function DeliveryPane({ typed, problems, ways }: { readonly typed: Typed; readonly problems: readonly FieldProblem[]; readonly ways: readonly ('electronic' | 'window' | 'post')[] }) {
  return (
    <Pane id="delivery" title={say('delivery.title')}>
      <div className="desk-delivery">
        <Radios name="delivery-kind" legend={say('delivery.kind')} options={ways.map((way) => ({ value: way, label: say(`delivery.${way}`) }))} value={typed['delivery-kind']?.[0] ?? ways[0]} tiles />
        <div className="desk-fields">
          {(['name', 'phone', 'address'] as const).map((part) => {
            const id = `delivery-${part}`
            return (
              <Field key={part} id={id} label={say(`delivery.${part}`)} hint={say('delivery.post.only')} error={problems.find((problem) => problem.id === id)?.text} optional>
                {(ids) => <TextInput {...ids} name={id} defaultValue={typed[id]?.[0]} autoComplete="off" />}
              </Field>
            )
          })}
        </div>
      </div>
    </Pane>
  )
}

/** The three ways to conclude. Each says what it does, so that nobody needs to guess which one is final. */
function ConclusionPane({ noticeWithin }: Pick<FilingFormProps, 'noticeWithin'>) {
  return (
    <Pane id="conclusion" title={say('conclusion.title')}>
      <div className="stack-s">
        <Button name="conclusion" value="accept" wide shortcut="s">
          {say('conclusion.accept')}
        </Button>
        <p className="meta">{say('conclusion.accept.meta')}</p>
        <Button name="conclusion" value="notice" kind="second" wide shortcut="g">
          {say('conclusion.notice')}
        </Button>
        <p className="meta">{say('conclusion.notice.meta')}</p>
        <Button name="conclusion" value="keep" kind="plain" wide shortcut="d">
          {say('conclusion.keep')}
        </Button>
        <p className="meta">{say('conclusion.keep.meta', { limit: limitWords(noticeWithin) })}</p>
      </div>
    </Pane>
  )
}

function IfAccepted({ guide: { limits } }: { readonly guide: Guide }) {
  return (
    <Pane id="limits" title={say('limits.title')}>
      <FactsList
        facts={[
          { term: say('item.promised'), value: <strong>{limitWords(limits.promised)}</strong> },
          ...(limits.statutory === null ? [] : [{ term: say('item.statutory'), value: limitWords(limits.statutory) }]),
        ]}
      />
      <p className="meta">{say('limits.meta')}</p>
    </Pane>
  )
}
