import { type ActionFunctionArgs, redirect, type RouterContextProvider } from 'react-router'
import { type Attempt, attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { staffFirst } from '#web/staff-first.ts'

type Context = Readonly<RouterContextProvider>

/** The acts of the strip: hand out a number, call the next one, note that nobody came, be done. All lead back to the beginning of the desk. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  staffFirst(context, request)
  const form = await request.formData()
  const pressed = textOf(form, 'act') ?? ''
  const [act = '', kind] = pressed.split(':')
  const key = textOf(form, 'key')
  const options = key === undefined ? {} : { idempotencyKey: `${key}-${pressed.replace(':', '-')}` }
  switch (act) {
    case 'hand-out': {
      const answer = await attempt(context, 'reception.take-ticket', { kind: kind === 'priority' ? 'priority' : 'general' }, options)
      return answer.ok ? backToDesk({ number: answer.value.number }) : backToDesk({ queue: answer.refusal.code })
    }
    case 'call':
      return after(await attempt(context, 'reception.call-next', {}, options))
    case 'start':
      return after(await attempt(context, 'reception.start-service', {}, options))
    case 'finish':
      return after(await attempt(context, 'reception.finish-service', {}, options))
    case 'miss':
      return after(await attempt(context, 'reception.miss-ticket', {}, options))
    case 'finish-and-call':
      return finishAndCall(context, key)
    default:
      return backToDesk({})
  }
}

/** Two operations, because the one who goes is done with whether or not somebody else waits. */
async function finishAndCall(context: Context, key: string | undefined): Promise<Response> {
  const keyed = (act: string) => (key === undefined ? {} : { idempotencyKey: `${key}-${act}` })
  const finished = await attempt(context, 'reception.finish-service', {}, keyed('finish'))
  return finished.ok ? after(await attempt(context, 'reception.call-next', {}, keyed('call'))) : after(finished)
}

function after(answer: Attempt<unknown>): Response {
  return backToDesk(answer.ok ? {} : { queue: answer.refusal.code })
}

function backToDesk(query: Readonly<Record<string, string>>): Response {
  const search = new URLSearchParams(query).toString()
  return redirect(search === '' ? '/desk' : `/desk?${search}`, 303)
}

/** The strip has no page of its own. */
export function loader(): Response {
  return redirect('/desk')
}
