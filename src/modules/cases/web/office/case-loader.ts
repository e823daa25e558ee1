import { data, type LoaderFunctionArgs, type RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor, type UnitNames } from '#web/unit-names.ts'
import type { CaseClock } from '../case-clock.ts'

export type CaseShown = OutputOf<'cases.get-case'>
export type Guide = OutputOf<'catalogue.get-guide'>

/** All that the page of one case shows. */
export interface CaseRoom {
  readonly view: CaseShown
  readonly clock: CaseClock
  readonly units: UnitNames
  /** The record of the item on the day of the application, for labels and standards; undefined once it cannot be read any more. */
  readonly guide: Guide | undefined
  /** The page of this case, without a slash at its end. */
  readonly path: string
  /** Used once as the idempotency key of whatever form of this page is posted. */
  readonly formKey: string
}

/** Reads a case for a page of the desk, the office or the supervision: the room is the first part of the address. */
export async function loadCase({ request, context, params }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>): Promise<CaseRoom> {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const view = await call(context, 'cases.get-case', { number })
  const [clock, units, guide] = await Promise.all([call(context, 'cases.get-case-clock', { number }), unitNamesFor(context), guideOf(context, view)])
  const room = new URL(request.url).pathname.split('/')[1] ?? 'office'
  return { view, clock, units, guide, path: `/${room}/cases/${number}`, formKey: crypto.randomUUID() }
}

async function guideOf(context: Readonly<RouterContextProvider>, view: CaseShown): Promise<Guide | undefined> {
  const answer = await attempt(context, 'catalogue.get-guide', { implementCode: view.implementCode, on: view.submittedAt.slice(0, 10), answers: view.answers })
  return answer.ok ? answer.value : undefined
}

/** The answer of a page about a command that the case does not allow now, or not this caller. */
export function notAllowedNow(context: Readonly<RouterContextProvider>): ReturnType<typeof data> {
  const code = 'lifecycle.command-not-allowed'
  return data({ code, kind: 'conflict', title: context.get(requestContext).refusalTitle(code) ?? code, fields: [] }, { status: 409 })
}
