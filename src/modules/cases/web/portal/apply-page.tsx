import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { Steps } from '#ui/steps.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { type Shown, stepNamed, takeStep } from './apply-action.ts'
import { answersInAddress, applySteps, draftHref, draftOf, newDraft } from './apply-draft.ts'
import { FormStep } from './apply-form.tsx'
import { MaterialsStep } from './apply-materials.tsx'
import { ReviewStep } from './apply-review.tsx'
import { SituationStep } from './apply-situation.tsx'
import { readApplyView } from './apply-view.ts'
import { sendAheadHref } from './send-ahead-href.ts'
import { say } from './text.ts'

/** A draft of this item that the person left earlier. */
interface Earlier {
  readonly href: string
  readonly savedAt: string
}

type Loaded = Shown & { readonly earlier: Earlier | null }

export const handle: PageHandle = { script: sendAheadHref, crumbs: ({ view }: Loaded) => [{ href: `/services/${view.item.implementCode}`, text: view.item.name }] }

/** A new application, or the draft of the address at the step of the address. Looking at a page saves nothing. */
export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Loaded> {
  signInFirst(context, request)
  const implementCode = params['implementCode'] ?? ''
  const { searchParams } = new URL(request.url)
  const id = searchParams.get('draft')
  if (id === null) {
    const view = await readApplyView(context, implementCode, newDraft(answersInAddress(searchParams)))
    return { view, step: 'situation', problems: [], earlier: await earlierDraft(context, implementCode) }
  }
  const stored = await call(context, 'cases.get-draft', { id })
  if (stored.caseNumber !== null) throw redirect(`/matters/${stored.caseNumber}`)
  if (stored.implementCode !== implementCode) throw redirect(draftHref(stored.implementCode, id, stored.step))
  return { view: await readApplyView(context, implementCode, draftOf(stored, searchParams.get('run') ?? undefined)), step: stepNamed(searchParams.get('step') ?? stored.step), problems: [], earlier: null }
}

async function earlierDraft(context: Readonly<RouterContextProvider>, implementCode: string): Promise<Earlier | null> {
  const drafts = await attempt(context, 'cases.list-drafts', { limit: 100 })
  const same = drafts.ok ? drafts.value.items.find((draft) => draft.implementCode === implementCode) : undefined
  return same === undefined ? null : { href: draftHref(implementCode, same.id, same.step), savedAt: same.savedAt }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  return takeStep(context, params['implementCode'] ?? '', await request.formData())
}

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: loaderData ? say('apply.title', { step: say(`apply.${loaderData.step}`), name: loaderData.view.item.name }) : say('apply') }]
}

/** Applying in four steps, each a page of its own that is saved when it is left. */
export default function ApplyPage() {
  const atFirst = useLoaderData<typeof loader>()
  const shown: Shown = useActionData<typeof action>() ?? atFirst
  const { view, step, problems, changedElsewhere } = shown
  const now = applySteps.indexOf(step)
  const { id, version, run } = view.draft
  return (
    <div className="wrap">
      <Steps
        label={say('apply.steps')}
        steps={applySteps.map((name, place) => ({ text: say(`apply.${name}`), state: place < now ? 'done' : place === now ? 'now' : 'later', ...(place < now && version > 0 ? { href: draftHref(view.item.implementCode, id, name, run) } : {}) }))}
      />
      <div className="page-h">
        <p className="meta">{say('apply.step', { step: now + 1, count: applySteps.length, name: view.item.name })}</p>
        <h1>{say(`apply.${step}`)}</h1>
      </div>
      {atFirst.earlier !== null && shown === atFirst ? (
        <Note kind="accent">
          {say('apply.earlier', { at: instantWords(atFirst.earlier.savedAt) })} <a href={atFirst.earlier.href}>{say('apply.earlier.go')}</a>
        </Note>
      ) : null}
      {changedElsewhere ? <Note kind="near">{say('apply.changed')}</Note> : null}
      {problems.length > 0 ? <ErrorSummary title={say('apply.problems', { count: problems.length })} problems={problems} /> : null}
      <form id="apply" className="mt" action={`/apply/${view.item.implementCode}`} method="post" noValidate encType={step === 'materials' ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="run" value={run} />
        <input type="hidden" name="asked" value={view.guide.questions.map((question) => question.key).join(',')} />
        <input type="hidden" name="step" value={step} />
        {step === 'situation' ? <SituationStep view={view} problems={problems} /> : null}
        {step === 'form' ? <FormStep view={view} problems={problems} /> : null}
        {step === 'materials' ? <MaterialsStep view={view} problems={problems} /> : null}
        {step === 'review' ? <ReviewStep view={view} problems={problems} /> : null}
      </form>
      <p className="meta mt">{say(version > 0 ? 'apply.saved' : 'apply.unsaved')}</p>
    </div>
  )
}
