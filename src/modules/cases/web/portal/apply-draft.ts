import type { RouterContextProvider } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import { attempt, type Attempt } from '#web/call.ts'
import { DRAFT_STEPS, DraftContent } from '../../schema.ts'

export const applySteps = DRAFT_STEPS
export type ApplyStep = (typeof applySteps)[number]

/** An application that is being filled in, as far as its pages know it. */
export interface Draft extends DraftContent {
  /** Chosen with the first page; makes filing happen once, however often the button is pressed. */
  readonly id: string
  /** 0: nothing was saved yet. */
  readonly version: number
  /** The run of pages in one window: going back in it is no second window. */
  readonly run: string
}

type PageContext = Readonly<RouterContextProvider>

/** An application of which nothing is known but the answers given in the guide. */
export function newDraft(answers: Readonly<Record<string, readonly string[]>>, id: string = crypto.randomUUID(), run: string = crypto.randomUUID()): Draft {
  return { id, version: 0, run, ...DraftContent.parse({ answers }) }
}

/** The draft as it is kept by the office, opened in a run of pages. */
export function draftOf({ id, version, content }: OutputOf<'cases.get-draft'>, run: string = crypto.randomUUID()): Draft {
  const { form, ...rest } = DraftContent.parse(content)
  return { id, version, run, ...rest, form: Object.fromEntries(Object.entries(form).map(([key, value]) => [key, asTyped(value)])) }
}

/** Pages write text; a program that saved the draft may have written numbers, and yes or no. */
function asTyped(value: DraftContent['form'][string]): DraftContent['form'][string] {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? String(value) : value
}

/** Keeps the draft; another version than the one that the writer saw is a conflict. */
export function saveDraft(context: PageContext, implementCode: string, { draft, step }: { readonly draft: Draft; readonly step: ApplyStep }): Promise<Attempt<OutputOf<'cases.save-draft'>>> {
  const { id, version, run, ...content } = draft
  return attempt(context, 'cases.save-draft', { id, implementCode, step, from: run, content, ...(version > 0 && { expectedVersion: version }) })
}

/** How the result is to come, as filing asks for it: what was typed for another way is left out, and the names of the region stand before the address. */
export function deliveryOf({ kind, hallId, name, phone, address }: Draft['delivery'], regionNames: string): NonNullable<InputOf<'cases.submit-case'>['delivery']> {
  switch (kind) {
    case 'electronic':
      return { kind }
    case 'window':
    case 'terminal':
      return { kind, hallId }
    case 'post':
      return { kind, name, phone, address: `${regionNames}${address}` }
  }
}

/** Whether two drafts say the same: a file chosen twice is the same file. */
export function saysTheSame(one: Draft, other: Draft): boolean {
  return wordsOf(one) === wordsOf(other)
}

function wordsOf({ applicantId, answers, form, materials, delivery }: Draft): string {
  const given = Object.entries(materials).map(([key, material]) => [key, material.by === 'file' ? material.name : material])
  return JSON.stringify([applicantId, sorted(answers), sorted(form), sorted(Object.fromEntries(given)), sorted(delivery)])
}

function sorted(values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).toSorted(([one], [other]) => one.localeCompare(other))
}

interface Target {
  readonly step: ApplyStep
  /** The section of the form; without one the first that is not complete. */
  readonly part?: string
  /** Keeps to one window. */
  readonly run?: string
  /** From there it goes back to the review, where the change was begun. */
  readonly toReview?: boolean
}

/** Where a draft goes on. */
export function draftHref(implementCode: string, id: string, { step, part = '', run, toReview = false }: Target): string {
  return `/apply/${implementCode}?draft=${id}&step=${step}${part === '' ? '' : `&part=${part}`}${toReview ? '&to=review' : ''}${run === undefined ? '' : `&run=${run}`}`
}

/** Answers given in the guide, from the address: `a.<question>=<option>`. Whoever made them up is told so by the guide. */
export function answersInAddress(params: URLSearchParams): Record<string, string[]> {
  const questions = [...new Set(params.keys())].filter((name) => name.startsWith('a.'))
  return Object.fromEntries(questions.map((name) => [name.slice(2), params.getAll(name)]))
}
