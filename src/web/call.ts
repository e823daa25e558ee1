import { data, type RouterContextProvider } from 'react-router'
import { appContext, requestContext } from './context.ts'
import { isRefusal, type RefusalShown, statusOf } from './refusals.ts'

type PageContext = Readonly<RouterContextProvider>

export type Attempt = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: RefusalShown }

/** Runs an operation for the caller of this page. A refusal comes back as a value: for actions that show it on their form. */
export async function attempt(context: PageContext, name: string, input: unknown, options?: unknown): Promise<Attempt> {
  const page = context.get(requestContext)
  try {
    return { ok: true, value: await context.get(appContext).call(name, page.caller, input, options) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const title = page.refusalTitle(error.type.code) ?? error.type.code
    return { ok: false, refusal: { code: error.type.code, kind: error.type.kind, title, fields: error.fields } }
  }
}

/** Runs an operation for the caller of this page. A refusal ends the page: the error page shows it with its status. */
export async function call(context: PageContext, name: string, input: unknown, options?: unknown): Promise<unknown> {
  const answer = await attempt(context, name, input, options)
  if (!answer.ok) throw data(answer.refusal, { status: statusOf(answer.refusal.kind) })
  return answer.value
}
