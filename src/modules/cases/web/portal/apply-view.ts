import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { RefusalShown } from '#web/refusals.ts'
import { findRegionNames } from '#web/region-levels.ts'
import { deliveryValues } from '../form-delivery.ts'
import { deliveryOf, type Draft } from './apply-draft.ts'
import { formPagesOf } from './apply-places.ts'

export type Guide = OutputOf<'catalogue.get-guide'>
export type Line = Guide['materials'][number]
type KnownMaterial = OutputOf<'cases.list-known-materials'>['items'][number]
type PageContext = Readonly<RouterContextProvider>

/** What every step of applying knows besides the draft itself. */
export async function readApplyView(context: PageContext, implementCode: string, draft: Draft) {
  const [{ item }, me, halls, declaration, regionNames] = await Promise.all([
    call(context, 'catalogue.get-item', { implementCode }),
    call(context, 'subjects.get-me', {}),
    call(context, 'organisation.list-halls', { limit: 100 }),
    call(context, 'cases.get-declaration', {}),
    findRegionNames(context, draft.delivery.region),
  ])
  const shown = { ...draft, answers: knownAnswers(draft.answers, item.scenarios) }
  const [{ guide, held, faults }, certificates, facts] = await Promise.all([
    readGuide(context, implementCode, { draft: shown, regionNames }),
    attempt(context, 'certificates.list-mine', { limit: 100, ...(draft.applicantId !== '' && { holderId: draft.applicantId }) }),
    attempt(context, 'subjects.get-known-facts', draft.applicantId === '' ? {} : { applicantId: draft.applicantId }),
  ])
  const { caller } = context.get(requestContext)
  return {
    item: { implementCode, name: item.name, minimumAssurance: item.minimumAssurance, online: item.channels.includes('ONLINE'), servesPersons: item.serviceObjects.includes('1'), servesOthers: item.serviceObjects.some((object) => object !== '1') },
    me,
    level: caller.kind === 'person' ? caller.level : 0,
    halls: halls.items.map(({ id, name, address }) => ({ id, name, address })),
    certificates: certificates.ok ? certificates.value.items.filter((certificate) => certificate.valid) : [],
    guide,
    held,
    /** What filing would find wrong with the answers and the form as they are now. */
    faults,
    declaration,
    /** Of the region that was chosen for the receiver, from the province down. */
    regionNames,
    /** Empty below the level at which the office shows what it knows. */
    facts: facts.ok ? facts.value.facts : {},
    draft: shown,
  }
}

export type ApplyView = Awaited<ReturnType<typeof readApplyView>>

/** The applicant's certificates that stand in the place of a material, by its key, newest first. */
type Held = Readonly<Record<string, KnownMaterial['certificates']>>

/** The guide of this applicant: what the office already has from him is not asked for (C-30). What cannot be known yet is asked for as of anybody. */
async function readGuide(context: PageContext, implementCode: string, { draft, regionNames }: { readonly draft: Draft; readonly regionNames: string }): Promise<{ readonly guide: Guide; readonly held: Held; readonly faults: RefusalShown['fields'] }> {
  const { answers, materials, applicantId } = draft
  const guide = await call(context, 'catalogue.get-guide', { implementCode, answers })
  const form = formToFile(draft, guide, regionNames)
  const [checked, known] = await Promise.all([
    attempt(context, 'cases.check-application', { implementCode, answers, form }),
    attempt(context, 'cases.list-known-materials', { implementCode, answers, form, given: Object.keys(materials), ...(applicantId !== '' && { applicantId }) }),
  ])
  const faults = checked.ok ? [] : checked.refusal.fields
  if (!known.ok) return { guide, held: {}, faults }
  const reasons = new Map(known.value.items.map(({ material, reason }) => [material, reason]))
  return {
    guide: { ...guide, materials: guide.materials.map((line) => exemptBy(line, reasons.get(line.material.key))) },
    held: Object.fromEntries(known.value.items.filter(({ certificates }) => certificates.length > 0).map(({ material, certificates }) => [material, certificates])),
    faults,
  }
}

function exemptBy(line: Line, reason: Line['reason'] | undefined): Line {
  return reason === undefined ? line : { ...line, status: 'EXEMPT', reason, mayFollow: false, mayPledge: false }
}

/** The form as it will be filed: fields that a changed answer hid again are kept in the draft and not sent, and the choice of delivery fills in its own. */
export function formToFile(draft: Draft, guide: Guide, regionNames: string): Draft['form'] {
  const shown = new Set(formPagesOf(guide).flatMap((section) => section.fields.map((field) => field.key)))
  return { ...Object.fromEntries(Object.entries(draft.form).filter(([key]) => shown.has(key))), ...deliveryValues(deliveryOf(draft.delivery, regionNames), guide) }
}

/** Answers to questions that the item has, among their options: an old link may carry others. */
function knownAnswers(answers: Draft['answers'], questions: readonly { readonly key: string; readonly options: readonly { readonly key: string }[] }[]): Draft['answers'] {
  const known = questions.map((question) => [question.key, (answers[question.key] ?? []).filter((chosen) => question.options.some((option) => option.key === chosen))] as const)
  return Object.fromEntries(known.filter(([, chosen]) => chosen.length > 0))
}

/** Materials that the applicant hands in himself; the form is filled in here and is none of them. */
export function linesToBring(guide: Guide): readonly Line[] {
  return guide.materials.filter((line) => line.status !== 'EXEMPT' && line.material.kind !== 'FORM')
}

/** Materials that the office already has from this very applicant. */
export function alreadyKnown(guide: Guide): readonly Line[] {
  return guide.materials.filter(({ reason }) => reason === 'VERIFIED_BEFORE' || reason === 'CERTIFICATE_HELD')
}

/** The certificate that is used for a material that is not handed in: the one that was chosen, else the newest. */
export function certificateFor({ held, draft }: Pick<ApplyView, 'held' | 'draft'>, material: string): KnownMaterial['certificates'][number] | undefined {
  const given = draft.materials[material]
  const certificates = held[material] ?? []
  return certificates.find(({ identifier }) => given?.by === 'certificate' && given.identifier === identifier) ?? certificates[0]
}

/** Who may be applied for: the person, or those whom the person acts for, as far as the item serves their kind. */
export function applicantsOf({ item, me }: Pick<ApplyView, 'item' | 'me'>): readonly { readonly value: string; readonly label: string; readonly hint?: string }[] {
  return [
    ...(item.servesPersons ? [{ value: '', label: me.maskedName }] : []),
    ...me.actsFor.filter((one) => (one.kind === 'person' ? item.servesPersons : item.servesOthers)).map((one) => ({ value: one.id, label: one.maskedName, hint: one.maskedNumber })),
  ]
}
