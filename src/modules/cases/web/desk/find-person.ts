import { redirect, type RouterContextProvider } from 'react-router'
import type { InputOf } from '#app'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { type RefusalShown, statusOf } from '#web/refusals.ts'
import { deskHref } from './desk-address.ts'
import type { SentBack } from './file-case.ts'
import { type DeskTextKey, say } from './text.ts'
import { typedIn } from './typed.ts'

type Reading = InputOf<'subjects.find-or-register-person'>

/** Finds the person of a card or document, or registers him, and goes on with him. */
export async function findPerson(context: Readonly<RouterContextProvider>, form: FormData): Promise<Response | SentBack> {
  const reading = textOf(form, 'act') === 'card' ? await attempt(context, 'kernel.read-identity-card', { card: textOf(form, 'card') }) : ({ ok: true, value: typedReading(form) } as const)
  if (!reading.ok) return sentBack(form, reading.refusal)
  const answer = await attempt(context, 'subjects.find-or-register-person', reading.value)
  if (!answer.ok) return sentBack(form, answer.refusal)
  await startServing(context)
  return redirect(deskHref({ applicant: answer.value.id }), 303)
}

/** Whoever was called and lays his card on the reader is at the window: nobody has to say so. */
async function startServing(context: Readonly<RouterContextProvider>): Promise<void> {
  const window = await attempt(context, 'reception.get-window', {})
  if (window.ok && window.value.current?.state === 'called') await attempt(context, 'reception.start-service', {})
}

function sentBack(form: FormData, refusal: RefusalShown): SentBack {
  const problems = refusal.fields.map(({ pointer, title }) => {
    const id = pointer.slice(1)
    return { id, text: say('problem.field', { label: say(`reader.${id}` as DeskTextKey), title }) }
  })
  return { title: refusal.title, problems, typed: typedIn(form), status: statusOf(refusal.kind) }
}

function typedReading(form: FormData): Reading {
  const text = (name: string): string => textOf(form, name) ?? ''
  const sex = text('sex')
  return {
    name: text('name'),
    idNumber: text('idNumber').toUpperCase(),
    idKind: (text('idKind') || 'citizenId') as NonNullable<Reading['idKind']>,
    phone: text('phone'),
    regionCode: text('regionCode'),
    address: text('address'),
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    ...(text('birthOn') !== '' && { birthOn: text('birthOn') }),
  }
}
