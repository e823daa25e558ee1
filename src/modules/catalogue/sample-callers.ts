import type { StaffCaller } from '#kernel/access/caller.ts'

const staff = (id: string, role: string): StaffCaller => ({ kind: 'staff', id, name: '某某', unitId: 'zhengwu-shuju', roles: [{ role, unitId: 'zhengwu-shuju' }] })

/** Edits items. */
export const editor = staff('HD0901', 'catalogueEditor')

/** Publishes what others edited. */
export const publisher = staff('HD0902', 'cataloguePublisher')

/** Sees no drafts. */
export const clerk = staff('HD0903', 'windowClerk')
