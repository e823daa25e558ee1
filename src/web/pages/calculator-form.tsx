import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field, FieldGroup } from '#ui/field.tsx'
import { DateInput, Select, TextInput } from '#ui/inputs.tsx'
import { isHourUnit } from './calculator-hours.ts'
import { type Asked, type AskedStop, stopCauses, units } from './calculator-query.ts'
import { causeWord, say } from './calculator-text.ts'

interface CalculatorFormProps {
  readonly asked: Asked
  readonly problems: readonly FieldProblem[]
}

/** The question: a day, a limit, up to three stops. Sent as an address, so that the answer has one. */
export function CalculatorForm({ asked, problems }: CalculatorFormProps) {
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <form className="no-print" action="/calculator" method="get" aria-labelledby="question">
      <h2 className="mt" id="question">
        {say('form')}
      </h2>
      <div className="mt">
        <Field id="from" label={say('from')} hint={say('from.hint')} error={errorOf('from')}>
          {(ids) => <DateInput {...ids} name="from" defaultValue={asked.from} required />}
        </Field>
        <Field id="limit-value" label={say('value')} hint={say('value.hint')} error={errorOf('limit-value')}>
          {(ids) => <TextInput {...ids} name="value" inputMode="numeric" width={4} defaultValue={asked.value} required />}
        </Field>
        <Field id="limit-unit" label={say('unit')}>
          {(ids) => <Select {...ids} name="unit" width={16} defaultValue={asked.unit} options={units.map((unit) => ({ value: unit, label: say(`unit.${unit}`) }))} />}
        </Field>
        <Field id="extension" label={say('extension')} hint={say('extension.hint')} error={errorOf('extension')}>
          {(ids) => <TextInput {...ids} name="extension" inputMode="numeric" width={4} defaultValue={asked.extension} />}
        </Field>
      </div>
      <details className="mt" open={isHourUnit(asked.unit)}>
        <summary>{say('hours')}</summary>
        <p className="hint">{say('hours.hint')}</p>
        <div className="mt">
          <Field id="time" label={say('time')} hint={say('time.hint')} error={errorOf('time')}>
            {(ids) => <TextInput {...ids} name="time" width={8} defaultValue={asked.time} />}
          </Field>
          <Field id="officeHours" label={say('officeHours')} hint={say('officeHours.hint')} error={errorOf('officeHours')}>
            {(ids) => <TextInput {...ids} name="officeHours" width={24} maxLength={100} defaultValue={asked.officeHours} />}
          </Field>
        </div>
      </details>
      <details className="mt" open={asked.stops.some((stop) => stop.cause !== undefined || stop.from !== '') || problems.some(({ id }) => id.startsWith('stop'))}>
        <summary>{say('stops')}</summary>
        <p className="hint">{say('stops.hint')}</p>
        {asked.stops.map((stop) => (
          <StopFields key={stop.place} stop={stop} errorOf={errorOf} />
        ))}
      </details>
      <Actions>
        <Button>{say('submit')}</Button>
        <ButtonLink kind="plain" href="/calculator">
          {say('again')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

function causeOptions(): readonly { readonly value: string; readonly label: string }[] {
  return [{ value: '', label: say('stop.cause.none') }, ...stopCauses.map((cause) => ({ value: cause, label: causeWord(cause) }))]
}

function StopFields({ stop, errorOf }: { readonly stop: AskedStop; readonly errorOf: (id: string) => string | undefined }) {
  const id = (field: string): string => `stop${stop.place}-${field}`
  return (
    <FieldGroup id={`stop${stop.place}`} legend={say('stop', { place: stop.place })}>
      <div className="cols cols-2 mt">
        <div>
          <Field id={id('cause')} label={say('stop.cause')} hint={say('stop.cause.hint')} error={errorOf(id('cause'))}>
            {(ids) => <Select {...ids} name="cause" defaultValue={stop.cause ?? ''} options={causeOptions()} />}
          </Field>
        </div>
        <div>
          <Field id={id('basis')} label={say('stop.basis')} hint={say('stop.basis.hint')} error={errorOf(id('basis'))}>
            {(ids) => <TextInput {...ids} name="basis" maxLength={200} defaultValue={stop.basis} />}
          </Field>
        </div>
        <div>
          <Field id={id('from')} label={say('stop.from')} hint={say('stop.from.hint')} error={errorOf(id('from'))}>
            {(ids) => <DateInput {...ids} name="stopFrom" defaultValue={stop.from} />}
          </Field>
        </div>
        <div>
          <Field id={id('to')} label={say('stop.to')} hint={say('stop.to.hint')} error={errorOf(id('to'))}>
            {(ids) => <DateInput {...ids} name="stopTo" defaultValue={stop.to} />}
          </Field>
        </div>
      </div>
    </FieldGroup>
  )
}
