import { data, type RouterContextProvider } from 'react-router'
import type { InputOf, OperationName, OutputOf } from '#app'
import type { CallOptions } from '#kernel/contract/call.ts'
import { languageNow } from '#ui/language.ts'
import { appContext, requestContext } from './context.ts'
import { isRefusal, type RefusalShown, statusOf } from './refusals.ts'

type PageContext = Readonly<RouterContextProvider>

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalShown }

/** Runs an operation for the caller of this page. A refusal comes back as a value: for actions that show it on their form. */
export async function attempt<N extends OperationName>(context: PageContext, name: N, input: InputOf<N>, options?: CallOptions): Promise<Attempt<OutputOf<N>>> {
  const page = context.get(requestContext)
  try {
    const value = await context.get(appContext).call(name, page.caller, input, { requestId: page.requestId, ...options })
    return { ok: true, value }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { type, fields } = error
    const titled = fields.map((field) => ({ ...field, title: page.refusalTitle(field.code, languageNow()) ?? field.code }))
    return { ok: false, refusal: { code: type.code, kind: type.kind, title: page.refusalTitle(type.code, languageNow()) ?? type.code, fields: titled } }
  }
}

/** Runs an operation for the caller of this page. A refusal ends the page: the error page shows it with its status. */
export async function call<N extends OperationName>(context: PageContext, name: N, input: InputOf<N>, options?: CallOptions): Promise<OutputOf<N>> {
  const answer = await attempt(context, name, input, options)
  if (!answer.ok) throw data(answer.refusal, { status: statusOf(answer.refusal.kind) })
  return answer.value
}
