import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { addCalendarDays, instantAtStartOf, isDay } from '#kernel/time/day.ts'
import { canSee } from '../access.ts'
import { CaseNumber } from '../schema.ts'
import { listByEnding, listByNumber } from '../store/numbered.ts'
import { CaseLine, lineOf } from './list-cases.ts'

/** More under one ending are no answer: the whole number is. */
const mostFound = 20

/** The day of the application that the last twelve digits of a number begin with, as its first instant and that of the next day; undefined for any other text. */
function dayOfEnding(ending: string): { readonly from: Date; readonly until: Date } | undefined {
  const day = /^(\d{4})(\d\d)(\d\d)\d{4}$/.exec(ending)?.slice(1).join('-')
  return isDay(day) ? { from: instantAtStartOf(day), until: instantAtStartOf(addCalendarDays(day, 1)) } : undefined
}

/** A case by its number, for whoever may see it, wherever it lies now. A number of a stranger and one that was never given answer the same. */
export const findCases = defineOperation({
  name: 'cases.find-cases',
  summary: 'The cases that the caller may see under a whole number, or under its last twelve digits: the day of application and the sequence',
  kind: 'query',
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber }),
  output: z.object({ items: z.array(CaseLine) }),
  refusals: [],
  async run(ctx, { number }) {
    const day = dayOfEnding(number)
    const rows = day === undefined ? await listByNumber(ctx.db, number) : await listByEnding(ctx.db, { ending: number, ...day })
    return { items: rows.filter((row) => canSee(ctx.caller, row)).slice(0, mostFound).map(({ line }) => lineOf(line)) }
  },
})
