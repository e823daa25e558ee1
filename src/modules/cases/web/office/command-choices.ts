import type { RouterContextProvider } from 'react-router'
import type { Choice } from '#ui/choices.tsx'
import { attempt, call } from '#web/call.ts'
import type { CaseRoom } from './case-loader.ts'
import type { FormCommand } from './command-forms.ts'
import { say } from './text.ts'

/** Options of the fields of a command's form, by the name of the field. */
export type Choices = Readonly<Record<string, readonly Choice[]>>

/** Reads the options of a form that depend on the case or on who has it. */
export async function choicesFor(context: Readonly<RouterContextProvider>, room: CaseRoom, command: FormCommand): Promise<Choices> {
  switch (command) {
    case 'transfer':
      return transferChoices(context, room)
    case 'review':
      return { officers: await officers(context) }
    case 'suspend':
      return { 'hearing-chair': await officers(context) }
    default:
      return {}
  }
}

/** Those of the own unit who may look into a case, by name. */
async function officers(context: Readonly<RouterContextProvider>): Promise<readonly Choice[]> {
  const { items } = await call(context, 'organisation.list-colleagues', { limit: 100 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

async function transferChoices(context: Readonly<RouterContextProvider>, { view, units }: CaseRoom): Promise<Choices> {
  const open = view.steps.filter((step) => step.state === 'open')
  const unitIds = [...new Set(open.map((step) => step.unitId))]
  const lists = await Promise.all(unitIds.map((unitId) => attempt(context, 'organisation.list-staff', { unitId, limit: 100 })))
  const people = lists.flatMap((list) => (list.ok ? list.value.items : []))
  return {
    step: open.map((step) => ({ value: step.key, label: say('choice.step', { unit: units[step.unitId] ?? step.unitId, person: step.personId ?? say('choice.nobody') }) })),
    personId: people
      .filter(({ roles, unitId }) => roles.some(({ role }) => (role === 'reviewer' || role === 'approver') && unitIds.includes(unitId)))
      .map(({ id, name, postName }) => ({ value: id, label: say('choice.person', { name, post: postName, id }) })),
  }
}
