import type { InputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { fileOf, textOf } from '#web/form-fields.ts'
import type { RefusalShown } from '#web/refusals.ts'
import { say } from './calendar-text.ts'
import { type DateList, readDateList } from './date-list.ts'

export const ways = ['hand', 'json', 'ical'] as const
export type Way = (typeof ways)[number]

type Arrangement = InputOf<'kernel.publish-arrangement'>['arrangement']

/** What a form asks to publish: a whole arrangement, or a calendar file to be read. */
export type Publication = { readonly kind: 'arrangement'; readonly input: InputOf<'kernel.publish-arrangement'> } | { readonly kind: 'ical'; readonly input: InputOf<'kernel.import-ical'> }
export type NoticeRead = { readonly ok: true; readonly publication: Publication } | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const listFields = ['offDays', 'workedDays', 'statutoryDays'] as const

/** Reads the form of one way to enter a notice; the operation checks what it says. */
export async function readNotice(form: FormData, way: Way): Promise<NoticeRead> {
  if (way === 'json') return readJson((await fileOf(form, 'file')?.text()) ?? textOf(form, 'json') ?? '')
  const lists = { offDays: listOf(form, 'offDays'), workedDays: listOf(form, 'workedDays'), statutoryDays: listOf(form, 'statutoryDays') }
  const file = fileOf(form, 'file')
  const problems: readonly FieldProblem[] = [
    ...(/^\d{4}$/.test(textOf(form, 'year') ?? '') ? [] : [{ id: 'year', text: say('problem.year') }]),
    ...(textOf(form, 'title') ? [] : [{ id: 'title', text: say('problem.title') }]),
    ...listFields.flatMap((field) => lineProblems(field, lists[field])),
    ...(way === 'hand' && lists.offDays.days.length + lists.offDays.wrongLines.length === 0 ? [{ id: 'offDays', text: say('problem.offDays') }] : []),
    ...(way === 'ical' && file === undefined ? [{ id: 'file', text: say('problem.ical') }] : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const year = Number(textOf(form, 'year'))
  const named = { notice: noticeOf(form), statutoryDays: [...lists.statutoryDays.days] }
  if (way === 'ical') return { ok: true, publication: { kind: 'ical', input: { year, ...named, ical: (await file?.text()) ?? '' } } }
  const workedDays = lists.workedDays.days.map(({ date, name }) => ({ date, note: name }))
  return { ok: true, publication: { kind: 'arrangement', input: { arrangement: { year, ...named, offDays: [...lists.offDays.days], workedDays } } } }
}

/** The lines of the error summary of a notice that was not published. */
export function noticeProblems(refusal: RefusalShown, way: Way): readonly FieldProblem[] {
  const main = way === 'hand' ? 'offDays' : way === 'json' ? 'json' : 'file'
  if (refusal.fields.length === 0) return [{ id: main, text: refusal.title }]
  return refusal.fields.map(({ pointer, code, detail }) => {
    if (code === 'custom' && detail !== undefined) return { id: main, text: say('problem.day', { day: detail.slice(0, 10) }) }
    if (way === 'json') return { id: 'json', text: say('problem.json.at', { pointer: pointer.replace('/arrangement', '') || '/' }) }
    const field = (['number', 'address', 'title', 'year', 'offDays', 'workedDays', 'statutoryDays'] as const).find((name) => pointer.split('/').includes(name))
    return field === undefined ? { id: main, text: refusal.title } : { id: field, text: say(`problem.${field}`) }
  })
}

function readJson(text: string): NoticeRead {
  try {
    // Whatever stands in it: the operation checks every field and says which one is wrong.
    return { ok: true, publication: { kind: 'arrangement', input: { arrangement: JSON.parse(text) as Arrangement } } }
  } catch {
    return { ok: false, problems: [{ id: 'json', text: say('problem.json') }] }
  }
}

function listOf(form: FormData, field: (typeof listFields)[number]): DateList {
  return readDateList(textOf(form, field) ?? '')
}

function lineProblems(field: (typeof listFields)[number], { wrongLines }: DateList): readonly FieldProblem[] {
  return wrongLines.length === 0 ? [] : [{ id: field, text: say('problem.lines', { list: say(`publish.${field}`), lines: wrongLines.join('、') }) }]
}

function noticeOf(form: FormData): Arrangement['notice'] {
  const number = textOf(form, 'number') ?? ''
  const address = textOf(form, 'address') ?? ''
  return { title: textOf(form, 'title') ?? '', ...(number !== '' && { number }), ...(address !== '' && { address }) }
}
