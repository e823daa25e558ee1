import { FactsList } from '#ui/facts.tsx'
import { FormControl, type KnownValue } from '#ui/form-control.tsx'
import { fieldId } from './apply-fields.ts'
import { problemAt, StepButtons, type StepProps } from './apply-parts.tsx'
import { applicantsOf } from './apply-view.ts'
import { type Prefilled, prefilled } from '../prefill.ts'
import { say } from './text.ts'

/** The application form of this situation, made from the record of the item alone. */
export function FormStep({ view, problems }: StepProps) {
  const { guide, draft, item, me, facts } = view
  const applicant = applicantsOf(view).find((one) => one.value === draft.applicantId)
  return (
    <>
      <section aria-labelledby="known-title">
        <div className="lintel">
          <h2 id="known-title" className="h3">
            {say('apply.known')}
          </h2>
          <p className="meta">{say('apply.known.source')}</p>
        </div>
        <FactsList
          facts={[
            { term: say('apply.known.applicant'), value: applicant?.label ?? me.maskedName, ...(applicant?.hint === undefined ? {} : { note: applicant.hint }) },
            ...(draft.applicantId === '' ? [] : [{ term: say('apply.known.agent'), value: me.maskedName }]),
            { term: say('apply.known.phone'), value: <span className="num">{me.phone}</span> },
          ]}
        />
      </section>
      {guide.form.sections.map((section) => (
        <section key={section.key} className="mt" aria-labelledby={`section-${section.key}`}>
          <div className="lintel">
            <h2 id={`section-${section.key}`} className="h3">
              {section.title}
            </h2>
          </div>
          {section.fields.map((field) => (
            <FormControl key={field.key} id={fieldId(field.key)} field={field} known={knownValue(prefilled(field, facts))} value={draft.form[field.key]} error={problemAt(problems, fieldId(field.key))} />
          ))}
        </section>
      ))}
      <StepButtons on="materials" back="situation" implementCode={item.implementCode} />
    </>
  )
}

function knownValue(known: Prefilled | undefined): KnownValue | undefined {
  return known && { value: known.value, source: say(`apply.known.from.${known.from}`), fixed: known.fixed }
}
