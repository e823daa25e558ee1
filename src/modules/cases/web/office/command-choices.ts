import type { RouterContextProvider } from 'react-router'
import type { Choice } from '#ui/choices.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { CaseRoom } from './case-loader.ts'
import type { FormCommand } from './command-forms.ts'
import { say, wordOf } from './text.ts'

/** Options of the fields of a command's form, by the name of the field. */
export type Choices = Readonly<Record<string, readonly Choice[]>>

/** Reads the options of a form that depend on the case or on who has it. */
export async function choicesFor(context: Readonly<RouterContextProvider>, room: CaseRoom, command: FormCommand): Promise<Choices> {
  switch (command) {
    case 'transfer':
      return transferChoices(context, room)
    case 'return':
      return { step: returnable(room) }
    case 'ask-countersign':
      return { unitId: unitsToAsk(room) }
    case 'review':
      return { officers: await officers(context) }
    case 'demand-fee':
      return { name: (await call(context, 'cases.list-fees', { number: room.view.number })).published.map(({ name, standard }) => ({ value: name, label: `${name}（${standard}）` })) }
    case 'suspend':
      return { 'hearing-chair': await officers(context) }
    default:
      return {}
  }
}

/** Opinions that were given, by the unit that gave them. */
function returnable({ view, units }: CaseRoom): readonly Choice[] {
  const done = view.steps.filter((step) => step.kind === 'REVIEW' && step.state === 'done')
  return done.map(({ key, unitId, opinion }) => ({ value: key, label: say('choice.opinion', { unit: units[unitId] ?? unitId, opinion: wordOf('opinions', opinion ?? '') }) }))
}

/** Every unit of the district that has no part in the case yet. */
function unitsToAsk({ view, units }: CaseRoom): readonly Choice[] {
  const taking = new Set([view.department, ...view.steps.map((step) => step.unitId)])
  return Object.entries(units).filter(([unitId]) => !taking.has(unitId)).map(([value, label]) => ({ value, label }))
}

/** Those of the own unit who may look into a case, by name. */
async function officers(context: Readonly<RouterContextProvider>): Promise<readonly Choice[]> {
  const { items } = await call(context, 'organisation.list-colleagues', { limit: 100 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** The open steps of the units that the caller heads, and those who may take them over. */
async function transferChoices(context: Readonly<RouterContextProvider>, { view, units }: CaseRoom): Promise<Choices> {
  const { caller } = context.get(requestContext)
  const open = view.steps.filter((step) => step.state === 'open' && caller.kind === 'staff' && caller.roles.some(({ role, unitId }) => role === 'unitHead' && unitId === step.unitId))
  const unitIds = [...new Set(open.map((step) => step.unitId))]
  const lists = await Promise.all(unitIds.map((unitId) => attempt(context, 'organisation.list-staff', { unitId, limit: 100 })))
  const people = lists.flatMap((list) => (list.ok ? list.value.items : []))
  return {
    step: open.map((step) => ({ value: step.key, label: say('choice.step', { unit: units[step.unitId] ?? step.unitId, step: say(step.kind === 'APPROVE' ? 'opinion.approve' : step.countersign ? 'opinion.countersign' : 'opinion.review'), person: view.people[step.personId ?? ''] ?? say('choice.nobody') }) })),
    personId: people
      .filter(({ roles, unitId }) => roles.some(({ role }) => (role === 'reviewer' || role === 'approver') && unitIds.includes(unitId)))
      .map(({ id, name, postName }) => ({ value: id, label: say('choice.person', { name, post: postName }) })),
  }
}
