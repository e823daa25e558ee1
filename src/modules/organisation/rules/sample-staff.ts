import type { RoleAssignment, StaffMember } from '../schema.ts'

/** A member of the tests' unit `shichang-jianguan`, employed since 2020 with the given roles since then. */
export function sampleMember(number: number, roles: readonly RoleAssignment['role'][], changes: Partial<StaffMember> = {}): StaffMember {
  const unitKey = changes.unitKey ?? 'shichang-jianguan'
  return {
    staffNo: `HD${String(number).padStart(4, '0')}`,
    name: '陈嘉敏',
    signInName: `chenjiamin${number}`,
    unitKey,
    postKey: `${unitKey}-review`,
    hallKey: null,
    windowKey: null,
    phone: '13800001001',
    secondFactor: 'none',
    employed: { from: '2020-01-01', to: null },
    roles: roles.map((role) => ({ role, unitKey, from: '2020-01-01', to: null })),
    ...changes,
  }
}
