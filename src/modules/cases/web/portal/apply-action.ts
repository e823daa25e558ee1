import { createContext, data, redirect, type RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { firstIncomplete, problemsOn, resumedAt } from './apply-check.ts'
import { type Draft, draftHref, draftOf, newDraft, saveDraft, saysTheSame } from './apply-draft.ts'
import { merge, regionId } from './apply-fields.ts'
import { takeMaterials } from './apply-files.ts'
import { findPlace, type Place, placeBeside, stepNamed } from './apply-places.ts'
import { refusedAt, submitDraft } from './apply-submit.ts'
import { alreadyKnown, type ApplyView, linesToBring, readApplyView } from './apply-view.ts'
import { receiptCookie } from './receipt-cookie.ts'
import { say } from './text.ts'

interface Aim {
  readonly place: Place
  /** The page was opened from the review, to change something, and leads back there. */
  readonly toReview: boolean
}

/** One page of the application as it is shown, with what was wrong with it. */
export interface Shown extends Aim {
  readonly view: ApplyView
  readonly problems: readonly FieldProblem[]
  /** changed: the draft was changed on another page since this one was opened. gone: so that the page that was filled in is not asked for any more. */
  readonly overtaken?: 'changed' | 'gone'
}

/** The page that the action sent back: the loaders after it show this one, with its own title, and not the page of the address. */
export const sentBackContext = createContext<Shown | null>(null)

type PageContext = Readonly<RouterContextProvider>

/** Where the buttons of a page lead; `region` to the same page with the next menu of the receiver's region. */
const ways = ['on', 'back', 'later', 'region', 'submit'] as const
type Way = (typeof ways)[number]

const review: Place = { step: 'review', part: '' }

/**
 * Takes one page: keeps what was typed before anything else, then says what is missing or wrong, goes where the button leads, or
 * files the application. Each answer to a saved page is a redirect, so that going back and reloading are safe.
 */
export async function takeStep(context: PageContext, implementCode: string, form: FormData) {
  const step = stepNamed(textOf(form, 'step'))
  const way = ways.find((one) => one === textOf(form, 'go')) ?? 'on'
  const toReview = textOf(form, 'to') === 'review'
  const stored = await storedDraft(context, form)
  if ('filedAs' in stored) return way === 'submit' ? fileAgain(context, implementCode, form, stored) : redirect(`/matters/${stored.filedAs}`)

  const before = await readApplyView(context, implementCode, stored.draft)
  const place = findPlace(before.guide, step, textOf(form, 'part') ?? '')
  if (place === undefined) return sendBack(context, { view: before, place: resumedAt(before, step), toReview, problems: [], overtaken: 'gone' }, 409)
  const merged = merge(before, place, form)
  const taken = step === 'materials' ? await takeMaterials(context, form, [...linesToBring(before.guide), ...alreadyKnown(before.guide)], merged.materials) : { materials: merged.materials, problems: [] }
  const typed: Draft = { ...merged, materials: taken.materials }
  const view = await readApplyView(context, implementCode, typed)
  if (stored.changed && !saysTheSame(typed, stored.draft)) return sendBack(context, { view, place, toReview, problems: [], overtaken: 'changed' }, 409)

  const wrong = problemsOn(place, view)
  const inTheWay = [...taken.problems, ...(way === 'on' || way === 'submit' ? wrong : [])]
  const reached: Aim = inTheWay.length > 0 ? { place, toReview } : reachedBy(way, { place, toReview }, view)
  const saved = await saveDraft(context, implementCode, { draft: view.draft, step: reached.place.step })
  if (!saved.ok) return sendBack(context, { view, place, toReview, problems: wrong.length > 0 ? wrong : [{ id: 'apply', text: saved.refusal.fields[0]?.title ?? saved.refusal.title }] }, statusOf(saved.refusal.kind))
  const kept: ApplyView = { ...view, draft: { ...view.draft, version: saved.value.version } }
  const problems = step === 'situation' ? forgotten(inTheWay, form) : inTheWay
  if (problems.length > 0) return sendBack(context, { view: kept, place, toReview, problems }, 422)
  if (way === 'later') return redirect('/matters#drafts')
  const next = draftHref(implementCode, typed.id, { ...reached.place, run: typed.run, toReview: reached.toReview })
  if (way !== 'submit' || inTheWay.length > 0) return redirect(way === 'region' ? `${next}#${regionId}` : next)
  const declared = declaredIn(form)
  if (declared === undefined) return sendBack(context, { view: kept, place, toReview, problems: [{ id: 'declare', text: say('problem.declare') }] }, 422)
  return file(context, kept, declared)
}

function sendBack(context: PageContext, shown: Shown, status: number) {
  context.set(sentBackContext, shown)
  return data(null, { status })
}

/** Where a button leads. The review is only reached when nothing is missing before it; what is missing leads back to it. */
function reachedBy(way: Way, { place, toReview }: Aim, view: ApplyView): Aim {
  if (way === 'later' || way === 'region' || way === 'submit') return { place, toReview }
  const next = toReview ? review : placeBeside(place, view.guide, way === 'back' ? -1 : 1)
  if (way === 'back' || next.step !== 'review') return { place: next, toReview: false }
  const first = firstIncomplete(view)
  return { place: first, toReview: first.step !== 'review' }
}

/** A question that only the answers just given have brought up was not forgotten. */
function forgotten(wrong: readonly FieldProblem[], form: FormData): readonly FieldProblem[] {
  const asked = (textOf(form, 'asked') ?? '').split(',')
  return wrong.filter((problem) => asked.includes(problem.id.replace(/^answers-/, '')))
}

/** The version of the words that were ticked. */
function declaredIn(form: FormData): number | undefined {
  const version = textOf(form, 'declare') ?? ''
  return /^\d{1,4}$/.test(version) ? Number(version) : undefined
}

type Stored = { readonly draft: Draft; readonly changed: boolean } | { readonly draft: Draft; readonly filedAs: string }

/** The draft that the form belongs to as it is kept now; one that was never saved, or is gone, begins with what the form brings. */
async function storedDraft(context: PageContext, form: FormData): Promise<Stored> {
  const id = textOf(form, 'draft') ?? ''
  const run = textOf(form, 'run') || undefined
  const seen = Number(textOf(form, 'version') ?? 0)
  const found = await attempt(context, 'cases.get-draft', { id })
  if (!found.ok) return { draft: /^[0-9a-f-]{36}$/.test(id) ? newDraft({}, id, run) : newDraft({}), changed: false }
  const draft = draftOf(found.value, run)
  return found.value.caseNumber === null ? { draft, changed: draft.version !== seen && found.value.savedFrom !== run } : { draft, filedAs: found.value.caseNumber }
}

async function file(context: PageContext, view: ApplyView, declared: number) {
  const filed = await submitDraft(context, view, declared)
  if (!filed.ok) {
    const { place, problems } = refusedAt(filed.refusal, view)
    return sendBack(context, { view, place, problems, toReview: place.step !== 'review' }, statusOf(filed.refusal.kind))
  }
  const { number, queryCode } = filed.value
  return redirect(`/matters/${number}/receipt`, { headers: { 'Set-Cookie': receiptCookie(number, queryCode) } })
}

/** The button was pressed twice: the first answer was lost on the way, so it is given again. */
async function fileAgain(context: PageContext, implementCode: string, form: FormData, { draft, filedAs }: { readonly draft: Draft; readonly filedAs: string }) {
  const view = await readApplyView(context, implementCode, draft)
  const again = await submitDraft(context, { ...view, draft: merge(view, review, form) }, declaredIn(form) ?? view.declaration.version)
  if (!again.ok) return redirect(`/matters/${filedAs}/receipt`)
  return redirect(`/matters/${again.value.number}/receipt`, { headers: { 'Set-Cookie': receiptCookie(again.value.number, again.value.queryCode) } })
}
