import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, type RouterContextProvider, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { Steps } from '#ui/steps.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { findRegionLevels, type RegionLevel } from '#web/region-levels.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { sentBackContext, type Shown, takeStep } from './apply-action.ts'
import { resumedAt } from './apply-check.ts'
import { answersInAddress, applySteps, draftHref, draftOf, newDraft } from './apply-draft.ts'
import { FormStep } from './apply-form.tsx'
import { MaterialsStep } from './apply-materials.tsx'
import { StepButtons } from './apply-parts.tsx'
import { findPlace, formPagesOf, placesOf, sectionAt, stepNamed } from './apply-places.ts'
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

type Loaded = Shown & { readonly earlier: Earlier | null; readonly regions: readonly RegionLevel[] }

export const handle: PageHandle = { script: sendAheadHref, crumbs: ({ view }: Loaded) => [{ href: `/services/${view.item.implementCode}`, text: view.item.name }] }

/** What was sent back, a new application, or the draft of the address at the page of the address. Looking at a page saves nothing. */
export async function loader(args: LoaderFunctionArgs): Promise<Loaded> {
  signInFirst(args.context, args.request)
  const shown = await shownNow(args)
  return { ...shown, regions: shown.place.step === 'review' ? await findRegionLevels(args.context, shown.view.draft.delivery.region) : [] }
}

async function shownNow({ params, request, context }: LoaderFunctionArgs): Promise<Omit<Loaded, 'regions'>> {
  const sentBack = context.get(sentBackContext)
  if (sentBack !== null) return { ...sentBack, earlier: null }
  const implementCode = params['implementCode'] ?? ''
  const { searchParams } = new URL(request.url)
  const id = searchParams.get('draft')
  if (id === null) {
    const view = await readApplyView(context, implementCode, newDraft(answersInAddress(searchParams)))
    return { view, place: { step: 'situation', part: '' }, toReview: false, problems: [], earlier: await earlierDraft(context, implementCode) }
  }
  const stored = await call(context, 'cases.get-draft', { id })
  if (stored.caseNumber !== null) throw redirect(`/matters/${stored.caseNumber}`)
  if (stored.implementCode !== implementCode) throw redirect(draftHref(stored.implementCode, id, stored))
  const view = await readApplyView(context, implementCode, draftOf(stored, searchParams.get('run') ?? undefined))
  const step = stepNamed(searchParams.get('step') ?? stored.step)
  const place = findPlace(view.guide, step, searchParams.get('part') ?? '') ?? resumedAt(view, step)
  return { view, place, toReview: searchParams.get('to') === 'review', problems: [], earlier: null }
}

async function earlierDraft(context: Readonly<RouterContextProvider>, implementCode: string): Promise<Earlier | null> {
  const drafts = await attempt(context, 'cases.list-drafts', { limit: 100 })
  const same = drafts.ok ? drafts.value.items.find((draft) => draft.implementCode === implementCode) : undefined
  return same === undefined ? null : { href: draftHref(implementCode, same.id, same), savedAt: same.savedAt }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  return takeStep(context, params['implementCode'] ?? '', await request.formData())
}

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: loaderData ? say('apply.title', { step: headingOf(loaderData), name: loaderData.view.item.name }) : say('apply') }]
}

/** The name of the page: of the step, in the form of its section. */
function headingOf({ view, place }: Pick<Shown, 'view' | 'place'>): string {
  return sectionAt(place, view.guide)?.title ?? say(`apply.${place.step}`)
}

const bodyOf = { situation: SituationStep, form: FormStep, materials: MaterialsStep, review: ReviewStep } as const

/** Applying in four steps, of which the form has a page for each section; a page is saved when it is left. */
export default function ApplyPage() {
  const shown = useLoaderData<typeof loader>()
  const { view, place, toReview, problems, overtaken, earlier, regions } = shown
  const { id, version, run } = view.draft
  const Body = bodyOf[place.step]
  const hidden = { draft: id, version, run, asked: view.guide.questions.map((question) => question.key).join(','), step: place.step, part: place.part, to: toReview ? 'review' : '' }
  return (
    <div className="wrap">
      <Head shown={shown} />
      {earlier === null ? null : (
        <Note kind="accent">
          {say('apply.earlier', { at: instantWords(earlier.savedAt) })} <a href={earlier.href}>{say('apply.earlier.go')}</a>
        </Note>
      )}
      {overtaken === undefined ? null : <Note kind="near">{say(`apply.${overtaken}`)}</Note>}
      {problems.length > 0 ? <ErrorSummary title={say('apply.problems', { count: problems.length })} problems={problems} /> : null}
      <form id="apply" className="mt" action={`/apply/${view.item.implementCode}`} method="post" noValidate encType={place.step === 'materials' ? 'multipart/form-data' : undefined}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Body view={view} place={place} problems={problems} regions={regions} />
        <StepButtons submits={place.step === 'review'} backTo={place.step === 'situation' && !toReview ? `/services/${view.item.implementCode}` : undefined} />
      </form>
      <p className="meta mt">{say(version > 0 ? 'apply.saved' : 'apply.unsaved')}</p>
    </div>
  )
}

/** The four steps, and which page of which step this is. */
function Head({ shown }: { readonly shown: Shown }) {
  const { view, place } = shown
  const { id, version, run } = view.draft
  const now = applySteps.indexOf(place.step)
  const pages = formPagesOf(view.guide)
  const at = { step: now + 1, count: applySteps.length, name: view.item.name }
  const done = version > 0 ? placesOf(view.guide) : []
  return (
    <>
      <Steps
        label={say('apply.steps')}
        steps={applySteps.map((name, number) => {
          const first = done.find((one) => one.step === name)
          return { text: say(`apply.${name}`), state: number < now ? 'done' : number === now ? 'now' : 'later', ...(number < now && first !== undefined && { href: draftHref(view.item.implementCode, id, { ...first, run }) }) }
        })}
      />
      <div className="page-h">
        <p className="meta">{place.step === 'form' && pages.length > 1 ? say('apply.step.page', { ...at, page: pages.findIndex(({ key }) => key === place.part) + 1, pages: pages.length }) : say('apply.step', at)}</p>
        <h1>{headingOf(shown)}</h1>
      </div>
    </>
  )
}
