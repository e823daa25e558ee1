import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { longDayWords } from '#web/day-words.ts'
import { WhoActs } from '#web/who-acts.tsx'
import type { Question } from './questions.tsx'
import { say } from './record-text.ts'
import { staffNumber } from './rule-words.ts'
import { choicesOf, wordOf } from './text.ts'

type Member = OutputOf<'organisation.get-staff-member'>
type NameOf = (unitId: string) => string

/** The questions about a role that is to be given. */
export function roleQuestions(units: readonly { readonly id: string; readonly shortName: string }[]): readonly Question[] {
  return [
    { name: 'role', label: say('member.give.role'), kind: 'choice', options: choicesOf('roles') },
    { name: 'roleUnit', label: say('member.give.unit'), kind: 'choice', options: units.map(({ id, shortName }) => ({ value: id, label: shortName })) },
    { name: 'from', label: say('member.give.from'), kind: 'day' },
    { name: 'to', label: say('member.give.to'), kind: 'day', optional: true },
  ]
}

/** Every role that was ever given; those that have not ended can be taken back. */
export function MemberRoles({ member, today, nameOf }: { readonly member: Member; readonly today: string; readonly nameOf: NameOf }) {
  return (
    <Table
      caption={say('member.roles')}
      captionHidden
      rows={member.roles}
      rowKey={({ role, unitId, from }) => `${role} ${unitId} ${from}`}
      empty={say('member.roles.none')}
      columns={[
        { key: 'role', title: say('member.role'), names: true, cell: ({ role }) => wordOf('roles', role) },
        { key: 'unit', title: say('member.role.unit'), cell: ({ unitId }) => nameOf(unitId) },
        { key: 'from', title: say('member.role.from'), cell: ({ from }) => longDayWords(from) },
        { key: 'to', title: say('member.role.to'), cell: ({ to }) => (to === null ? say('member.role.open') : longDayWords(to)) },
        { key: 'by', title: say('member.role.by'), cell: ({ assignedBy }) => (assignedBy.startsWith('staff:') ? say('changes.by.value', { by: staffNumber(assignedBy) }) : say('system')) },
        {
          key: 'end',
          title: say('member.role.end'),
          cell: ({ role, unitId, to }) => (to === null || to >= today ? <WhoActs><a href={`/administration/staff/${member.id}/end-role?role=${role}&unit=${unitId}`}>{say('member.role.end')}</a></WhoActs> : ''),
        },
      ]}
    />
  )
}

/** In which times the member acted for a head, and with which powers. */
export function MemberAgencies({ member, nameOf }: { readonly member: Member; readonly nameOf: NameOf }) {
  return (
    <Table
      caption={say('member.agencies')}
      captionHidden
      rows={member.agencies}
      rowKey={({ id }) => id}
      empty={say('member.agencies.none')}
      columns={[
        { key: 'days', title: say('agency.days'), names: true, cell: daysWords },
        { key: 'unit', title: say('staff.unitId'), cell: ({ unitId }) => nameOf(unitId) },
        { key: 'head', title: say('agency.head'), cell: ({ headName }) => headName },
        { key: 'powers', title: say('agency.powers'), cell: ({ powers }) => (powers === null ? say('agency.all') : powers.map((power) => wordOf('headPowers', power)).join('、')) },
      ]}
    />
  )
}

function daysWords({ from, to, endedOn }: Member['agencies'][number]): string {
  const days = { from: longDayWords(from), to: longDayWords(to) }
  return endedOn === null ? say('agency.days.value', days) : say('agency.ended', { ...days, ended: longDayWords(endedOn) })
}
