import { data, redirect, type RouterContextProvider } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { missingOn } from './apply-check.ts'
import { type ApplyStep, applySteps, type Draft, draftHref, draftOf, newDraft, saveDraft, saysTheSame } from './apply-draft.ts'
import { merge } from './apply-fields.ts'
import { takeMaterials } from './apply-files.ts'
import { refusedAt, submitDraft } from './apply-submit.ts'
import { alreadyKnown, type ApplyView, linesToBring, readApplyView } from './apply-view.ts'
import { receiptCookie } from './receipt-cookie.ts'
import { say } from './text.ts'

/** One step as it is shown, with what was wrong with it. */
export interface Shown {
  readonly view: ApplyView
  readonly step: ApplyStep
  readonly problems: readonly FieldProblem[]
  /** The draft was changed on another page since this one was opened. */
  readonly changedElsewhere?: true
}

type PageContext = Readonly<RouterContextProvider>

/** Where the buttons of a step lead. */
type Target = ApplyStep | 'submit' | 'later'

export function stepNamed(name: string | null | undefined): ApplyStep {
  return applySteps.find((step) => step === name) ?? 'situation'
}

function targetNamed(name: string | undefined): Target {
  return name === 'submit' || name === 'later' ? name : stepNamed(name)
}

/**
 * Takes one step: keeps what was typed before anything else, then says what is missing, goes to the step that the button
 * names, or files the application. Each answer to a saved step is a redirect, so that going back and reloading are safe.
 */
export async function takeStep(context: PageContext, implementCode: string, form: FormData) {
  const step = stepNamed(textOf(form, 'step'))
  const target = targetNamed(textOf(form, 'go'))
  const stored = await storedDraft(context, form)
  if ('filedAs' in stored) return step === 'review' && target === 'submit' ? fileAgain(context, implementCode, form, stored) : redirect(`/matters/${stored.filedAs}`)

  const before = await readApplyView(context, implementCode, stored.draft)
  const merged = merge(before, step, form)
  const taken = step === 'materials' ? await takeMaterials(context, form, [...linesToBring(before.guide), ...alreadyKnown(before.guide)], merged.materials) : { materials: merged.materials, problems: [] }
  const typed: Draft = { ...merged, materials: taken.materials }
  if (stored.changed && !saysTheSame(typed, stored.draft)) return data<Shown>({ view: await readApplyView(context, implementCode, typed), step, problems: [], changedElsewhere: true }, { status: 409 })

  const view = await readApplyView(context, implementCode, typed)
  const leaves = target === 'later' || (target !== 'submit' && applySteps.indexOf(target) < applySteps.indexOf(step))
  const missing = leaves ? [] : [...taken.problems, ...missingOn(step, view.draft, view.guide)]
  const reached = missing.length > 0 || target === 'submit' || target === 'later' ? step : target
  const saved = await saveDraft(context, implementCode, { draft: view.draft, step: reached })
  if (!saved.ok) return data<Shown>({ view, step, problems: [{ id: 'apply', text: saved.refusal.fields[0]?.title ?? saved.refusal.title }] }, { status: statusOf(saved.refusal.kind) })
  const kept: ApplyView = { ...view, draft: { ...view.draft, version: saved.value.version } }
  if (target === 'later') return redirect('/matters#drafts')

  // A question that only the answers just given have brought up was not forgotten.
  const asked = (textOf(form, 'asked') ?? '').split(',')
  const problems = step === 'situation' ? missing.filter((problem) => asked.includes(problem.id.replace(/^answers-/, ''))) : missing
  if (problems.length > 0) return data<Shown>({ view: kept, step, problems }, { status: 422 })
  if (reached !== step || target !== 'submit' || missing.length > 0) return redirect(draftHref(implementCode, typed.id, reached, typed.run))
  const declared = declaredIn(form)
  if (declared === undefined) return data<Shown>({ view: kept, step: 'review', problems: [{ id: 'declare', text: say('problem.declare') }] }, { status: 422 })
  return file(context, kept, declared)
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
  if (!filed.ok) return data<Shown>({ view, ...refusedAt(filed.refusal, view.guide) }, { status: statusOf(filed.refusal.kind) })
  const { number, queryCode } = filed.value
  return redirect(`/matters/${number}/receipt`, { headers: { 'Set-Cookie': receiptCookie(number, queryCode) } })
}

/** The button was pressed twice: the first answer was lost on the way, so it is given again. */
async function fileAgain(context: PageContext, implementCode: string, form: FormData, { draft, filedAs }: { readonly draft: Draft; readonly filedAs: string }) {
  const view = await readApplyView(context, implementCode, draft)
  const again = await submitDraft(context, { ...view, draft: merge(view, 'review', form) }, declaredIn(form) ?? view.declaration.version)
  if (!again.ok) return redirect(`/matters/${filedAs}/receipt`)
  return redirect(`/matters/${again.value.number}/receipt`, { headers: { 'Set-Cookie': receiptCookie(again.value.number, again.value.queryCode) } })
}
