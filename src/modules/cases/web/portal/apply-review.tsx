import { Checkboxes, Radios } from '#ui/choices.tsx'
import { type Fact, FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { RegionPicker } from '#ui/region-picker.tsx'
import { Note } from '#ui/section.tsx'
import { joined } from '#ui/text.ts'
import { limitWords } from '#web/limit-words.ts'
import { waysOf } from '../form-delivery.ts'
import { type Draft, draftHref } from './apply-draft.ts'
import { regionId } from './apply-fields.ts'
import { problemAt, type StepProps } from './apply-parts.tsx'
import { formPagesOf, type Place } from './apply-places.ts'
import { type ApplyView, alreadyKnown, applicantsOf, linesToBring } from './apply-view.ts'
import { knownWords } from './known-words.ts'
import { say } from './text.ts'

/** Everything once more, how the result is to come, and the applicant's word that it is true (行政许可法 art. 31). */
export function ReviewStep({ view, problems, regions }: StepProps) {
  const { guide, draft } = view
  return (
    <>
      <ReviewFacts title={say('apply.situation')} id="review-situation" change={changeHref(view, { step: 'situation', part: '' })} facts={situationFacts(view)} />
      {formPagesOf(guide).map((section) => (
        <ReviewFacts key={section.key} title={section.title} id={`review-form-${section.key}`} change={changeHref(view, { step: 'form', part: section.key })} facts={sectionFacts(section, draft)} />
      ))}
      <ReviewFacts title={say('apply.materials')} id="review-materials" change={changeHref(view, { step: 'materials', part: '' })} facts={materialFacts(view)} />
      <DeliveryFields ways={waysOf(guide)} delivery={receiverKnown(draft.delivery, view.facts)} halls={view.halls} regions={regions} problems={problems} />
      <div className="mt">
        <Checkboxes
          name="declare"
          legend={say('apply.declare.title')}
          hint={say('apply.declare.sign', { name: view.me.maskedName, level: say(`level.${view.me.level}`) })}
          error={problemAt(problems, 'declare')}
          options={[{ value: String(view.declaration.version), label: view.declaration.text }]}
        />
      </div>
      <Note>{say('apply.promise', { limit: limitWords(guide.limits.promised) })}</Note>
    </>
  )
}

/** Leads to the page, and from there back here. */
function changeHref({ item, draft }: ApplyView, place: Place): string {
  return draftHref(item.implementCode, draft.id, { ...place, run: draft.run, toReview: true })
}

interface ReviewFactsProps {
  readonly title: string
  readonly id: string
  /** The page on which it is changed. */
  readonly change: string
  readonly facts: readonly Fact[]
}

function ReviewFacts({ title, id, change, facts }: ReviewFactsProps) {
  if (facts.length === 0) return null
  return (
    <section className="mt" aria-labelledby={id}>
      <div className="lintel">
        <h2 id={id} className="h3">
          {title}
        </h2>
        <a href={change} aria-describedby={id}>
          {say('apply.change')}
        </a>
      </div>
      <FactsList facts={facts} />
    </section>
  )
}

function situationFacts(view: ApplyView): readonly Fact[] {
  const applicant = applicantsOf(view).find((one) => one.value === view.draft.applicantId)
  const answers = view.guide.questions.map(({ key, question, options }) => ({
    term: question,
    value: joined('list', options.filter((option) => view.draft.answers[key]?.includes(option.key)).map((option) => option.label)),
  }))
  return [{ term: say('apply.known.applicant'), value: applicant?.label ?? view.me.maskedName }, ...answers]
}

function sectionFacts({ title, fields }: ReturnType<typeof formPagesOf>[number], draft: Draft): readonly Fact[] {
  const facts = fields.flatMap((field) => {
    const value = draft.form[field.key]
    if (value === undefined) return []
    const chosen = (Array.isArray(value) ? value : [String(value)]).map((one) => field.options.find((option) => option.key === one)?.label ?? one)
    const words = field.type === 'yesno' ? say(value === 'yes' ? 'yes' : 'no') : joined('list', chosen)
    return [{ term: field.label, value: field.unit === null ? words : `${words}${field.unit}` }]
  })
  return facts.length > 0 ? facts : [{ term: title, value: say('apply.form.empty') }]
}

function materialFacts(view: ApplyView): readonly Fact[] {
  const { guide, draft } = view
  const toBring = linesToBring(guide).map((line) => {
    const given = draft.materials[line.material.key]
    if (given === undefined) return { term: line.material.name, value: say('apply.materials.not-given') }
    return { term: line.material.name, value: given.by === 'file' ? given.name : say(`apply.materials.by-${given.by}`, { name: line.material.name }) }
  })
  return [...toBring, ...alreadyKnown(guide).map((line) => ({ term: line.material.name, value: say('apply.materials.free'), note: knownWords(view, line) }))]
}

/** Name, telephone and address of the profile, as long as the applicant gave no other; an agent receives for whom he acts. */
function receiverKnown(delivery: Draft['delivery'], facts: ApplyView['facts']): Draft['delivery'] {
  const { name, phone, address } = delivery
  if (name !== '' || phone !== '' || address !== '') return delivery
  return { ...delivery, name: facts['agent.name'] ?? facts['subject.name'] ?? '', phone: facts['agent.phone'] ?? facts['subject.phone'] ?? '', address: facts['subject.address'] ?? '' }
}

interface DeliveryFieldsProps {
  readonly ways: readonly Draft['delivery']['kind'][]
  readonly delivery: Draft['delivery']
  readonly halls: ApplyView['halls']
  readonly regions: StepProps['regions']
  readonly problems: StepProps['problems']
}

function DeliveryFields({ ways, delivery, halls, regions, problems }: DeliveryFieldsProps) {
  const error = (id: string) => problemAt(problems, id)
  return (
    <section className="mt" aria-labelledby="delivery-title">
      <div className="lintel">
        <h2 id="delivery-title" className="h3">
          {say('apply.delivery')}
        </h2>
      </div>
      <Radios name="delivery" legend={say('apply.delivery.way')} options={ways.map((way) => ({ value: way, label: say(`delivery.${way}`) }))} value={delivery.kind} tiles />
      {ways.some((way) => way === 'window' || way === 'terminal') ? (
        <Field id="delivery-hallId" label={say('apply.delivery.hall')} hint={say('apply.delivery.hall.hint')} error={error('delivery-hallId')} optional>
          {(ids) => <Select {...ids} name="delivery-hallId" options={[{ value: '', label: say('choose') }, ...halls.map((hall) => ({ value: hall.id, label: hall.name }))]} defaultValue={delivery.hallId} />}
        </Field>
      ) : null}
      {ways.includes('post') ? (
        <details open={delivery.kind === 'post'}>
          <summary>{say('apply.delivery.post')}</summary>
          <Field id="delivery-name" label={say('apply.delivery.name')} error={error('delivery-name')}>
            {(ids) => <TextInput {...ids} name="delivery-name" defaultValue={delivery.name} autoComplete="name" width={16} />}
          </Field>
          <Field id="delivery-phone" label={say('apply.delivery.phone')} error={error('delivery-phone')}>
            {(ids) => <TextInput {...ids} name="delivery-phone" type="tel" defaultValue={delivery.phone} autoComplete="tel" width={16} />}
          </Field>
          <RegionPicker name={regionId} legend={say('apply.delivery.region')} hint={say('apply.delivery.region.hint')} levels={regions} next={{ name: 'go', value: 'region' }} door="/api/v1/regions" />
          <Field id="delivery-address" label={say('apply.delivery.address')} hint={say('apply.delivery.address.hint')} error={error('delivery-address')}>
            {(ids) => <TextInput {...ids} name="delivery-address" defaultValue={delivery.address} autoComplete="address-line1" />}
          </Field>
        </details>
      ) : null}
    </section>
  )
}
