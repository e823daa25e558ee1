import { FactsList } from '#ui/facts.tsx'
import { FormControl, type KnownValue } from '#ui/form-control.tsx'
import { fieldId } from './apply-fields.ts'
import { problemAt, type StepProps } from './apply-parts.tsx'
import { formPagesOf, sectionAt } from './apply-places.ts'
import { type ApplyView, applicantsOf } from './apply-view.ts'
import { type Prefilled, prefilled } from '../prefill.ts'
import { say } from './text.ts'

/** One section of the application form of this situation, made from the record of the item alone. */
export function FormStep({ view, place, problems }: StepProps) {
  const { guide, draft, facts } = view
  const fields = (sectionAt(place, guide)?.fields ?? []).map((field) => (
    <FormControl key={field.key} id={fieldId(field.key)} field={field} known={knownValue(prefilled(field, facts))} value={draft.form[field.key]} error={problemAt(problems, fieldId(field.key))} />
  ))
  if (formPagesOf(guide)[0]?.key !== place.part) return fields
  return (
    <>
      <KnownFacts view={view} />
      <section className="mt" aria-labelledby="asked-title">
        <div className="lintel">
          <h2 id="asked-title" className="h3">
            {say('apply.asked')}
          </h2>
        </div>
        {fields}
      </section>
    </>
  )
}

/** Who applies, as the office knows him; said once, where the form begins. */
function KnownFacts({ view }: { readonly view: ApplyView }) {
  const { draft, me } = view
  const applicant = applicantsOf(view).find((one) => one.value === draft.applicantId)
  return (
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
  )
}

function knownValue(known: Prefilled | undefined): KnownValue | undefined {
  return known && { value: known.value, source: say(`apply.known.from.${known.from}`), fixed: known.fixed }
}
