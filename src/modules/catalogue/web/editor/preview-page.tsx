import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FormControl } from '#ui/form-control.tsx'
import { Note, Section } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { answerLabels, isListOpen, readAnswers } from '../answers.ts'
import { dueIfAcceptedToday } from '../due-today.ts'
import { GuideConditions, GuidePlaces, GuideResult } from '../guide-facts.tsx'
import { GuideFlow } from '../guide-flow.tsx'
import type { GuideFound } from '../guide-found.ts'
import { GuideFees, GuideLimits } from '../guide-limits.tsx'
import { GuideMaterials } from '../guide-materials.tsx'
import { QuestionField } from '../guide-situation.tsx'
import { findOfficeItem, itemPath, stateWord } from './editor-found.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { say } from './text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<GuideFound> {
  staffFirst(context, request)
  const { item } = await findOfficeItem(context, params)
  const { today, settings } = context.get(requestContext)
  const answers = readAnswers(new URL(request.url).searchParams, item.scenarios)
  const [guide, departments] = await Promise.all([
    call(context, 'catalogue.get-guide', { implementCode: item.implementCode, version: item.version, answers: { ...answers } }),
    call(context, 'catalogue.list-departments', {}),
  ])
  const units = Object.fromEntries(departments.items.map((unit) => [unit.key, unit.name]))
  return { item, related: [], guide, answers, units, today, due: await dueIfAcceptedToday(context, guide.limits), supervisionPhone: settings.supervisionPhone }
}

export function meta() {
  return [{ title: say('item.preview') }]
}

/** The guide, the form and the flow chart as applicants would see them, made from the draft by what makes them from a published version. */
export default function PreviewPage() {
  const found = useLoaderData<typeof loader>()
  const { item, guide, answers } = found
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href={itemPath(item.implementCode)}>{say('section.back')}</a>
        </p>
        <h1>{say('preview.title', { item: item.name })}</h1>
        <p>{item.plainName}</p>
      </div>
      <Note kind="accent">{say('preview.lead', { version: item.version, state: stateWord(item.state) })}</Note>
      {guide.questions.length === 0 ? null : (
        <Section id="situation" title={say('preview.situation')}>
          <form method="get">
            {guide.questions.map((question) => (
              <QuestionField key={question.key} question={question} answers={answers} />
            ))}
            <p className="mt">
              <Button kind="second">{say('preview.situation.do')}</Button>
            </p>
          </form>
        </Section>
      )}
      <GuideMaterials materials={guide.materials} isOpen={isListOpen(item, guide)} labels={answerLabels(guide.questions, answers)} phone={item.complaintPhone ?? found.supervisionPhone} />
      <GuideLimits found={found} />
      <GuideConditions item={item} />
      {guide.fees.length > 0 ? <GuideFees fees={guide.fees} /> : null}
      <PreviewForm sections={guide.form.sections} />
      <GuideFlow found={found} />
      <GuideResult result={guide.result} />
      <GuidePlaces item={item} />
    </div>
  )
}

type FormSection = GuideFound['guide']['form']['sections'][number]
type FormField = FormSection['fields'][number]

/** The application form of this situation, made of the very parts that applicants fill in; here nothing can be typed. */
function PreviewForm({ sections }: { readonly sections: readonly FormSection[] }) {
  return (
    <Section id="form" title={say('preview.form')} meta={say('preview.form.meta')}>
      <fieldset disabled aria-label={say('preview.form')}>
        {sections.map((section) => (
          <section key={section.key} className="mt" aria-labelledby={`section-${section.key}`}>
            <div className="lintel">
              <h3 id={`section-${section.key}`}>{section.title}</h3>
            </div>
            {section.fields.map((field) => (
              <FormControl key={field.key} id={`form-${field.key}`} field={{ ...field, hint: hintOf(field) }} />
            ))}
          </section>
        ))}
      </fieldset>
    </Section>
  )
}

/** What the field says, and what the office will fill in itself. */
function hintOf({ prefill, hint }: FormField): string | null {
  const parts = [prefill === null ? '' : say('preview.form.prefill', { from: texts.prefills[prefill] }), hint ?? '']
  return parts.filter((part) => part !== '').join(say('value.join')) || null
}
