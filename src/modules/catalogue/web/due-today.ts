import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'

type Limits = OutputOf<'catalogue.get-guide'>['limits']
type Limit = Limits['promised']

/** The days on which each limit would end if the office accepted today; null where the unit is not days or the year has no calendar yet. */
export async function dueIfAcceptedToday(context: Readonly<RouterContextProvider>, limits: Limits) {
  const [promised, statutory] = await Promise.all([limits.promised, limits.statutory].map((limit) => dueOf(context, limit)))
  return { promised: promised ?? null, statutory: statutory ?? null }
}

async function dueOf(context: Readonly<RouterContextProvider>, limit: Limit | null): Promise<string | null> {
  if (limit === null || limit.value === 0 || (limit.unit !== 'WORKING_DAY' && limit.unit !== 'CALENDAR_DAY')) return null
  const unit = limit.unit === 'WORKING_DAY' ? 'working' : 'calendar'
  const answer = await attempt(context, 'kernel.add-to-date', { date: context.get(requestContext).today, days: limit.value, unit })
  return answer.ok ? answer.value.date : null
}
