import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'

/** The strip above every page of the desk: whom the clerk has called, and who is next. */
export interface WindowStrip {
  readonly window: OutputOf<'reception.get-window'>
  /** Used once as the idempotency key of the strip's form. */
  readonly formKey: string
  /** The number that was just handed out, to be told to the person. */
  readonly handedOut: string | undefined
  /** Why the last act of the strip was refused. */
  readonly refused: string | undefined
}

/** Undefined for who works in no hall: then there is nobody to call. */
export async function loadWindow(context: Readonly<RouterContextProvider>, request: Request): Promise<WindowStrip | undefined> {
  const answer = await attempt(context, 'reception.get-window', {})
  if (!answer.ok) return undefined
  const { searchParams } = new URL(request.url)
  const code = searchParams.get('queue')
  return {
    window: answer.value,
    formKey: crypto.randomUUID(),
    handedOut: /^[AY]\d{3,4}$/.exec(searchParams.get('number') ?? '')?.[0],
    refused: code === null ? undefined : context.get(requestContext).refusalTitle(code),
  }
}
