import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { organisationPermissions } from './access.ts'
import { organisationErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { assignRole } from './operations/assign-role.ts'
import { changeHall } from './operations/change-hall.ts'
import { changeUnit } from './operations/change-unit.ts'
import { changeWindow } from './operations/change-window.ts'
import { closeHall } from './operations/close-hall.ts'
import { closeUnit } from './operations/close-unit.ts'
import { closeWindow } from './operations/close-window.ts'
import { createHall } from './operations/create-hall.ts'
import { createUnit } from './operations/create-unit.ts'
import { createWindow } from './operations/create-window.ts'
import { endEmployment } from './operations/end-employment.ts'
import { endHeadAgency } from './operations/end-head-agency.ts'
import { endRole } from './operations/end-role.ts'
import { getHall as getHallOperation } from './operations/get-hall.ts'
import { getMe } from './operations/get-me.ts'
import { getStaffMember } from './operations/get-staff-member.ts'
import { getUnit as getUnitOperation } from './operations/get-unit.ts'
import { getWindow as getWindowOperation } from './operations/get-window.ts'
import { grantHeadAgency } from './operations/grant-head-agency.ts'
import { issueToken } from './operations/issue-token.ts'
import { listColleagues } from './operations/list-colleagues.ts'
import { listHalls } from './operations/list-halls.ts'
import { listOrganisationChanges } from './operations/list-organisation-changes.ts'
import { listRegions } from './operations/list-regions.ts'
import { listRoles } from './operations/list-roles.ts'
import { listStaff } from './operations/list-staff.ts'
import { listUnits } from './operations/list-units.ts'
import { listWindows } from './operations/list-windows.ts'
import { loadOrganisation } from './operations/load-organisation.ts'
import { placeStaff } from './operations/place-staff.ts'
import { registerStaff } from './operations/register-staff.ts'
import { signIn } from './operations/sign-in.ts'

export const organisation = defineModule({
  name: 'organisation',
  needs: [],
  operations: [
    signIn, getMe, issueToken,
    listUnits, getUnitOperation, listHalls, getHallOperation, listWindows, listRegions,
    listColleagues, listStaff, listRoles, assignRole, endRole, grantHeadAgency, endHeadAgency,
    createUnit, changeUnit, closeUnit, createHall, changeHall, closeHall, createWindow, changeWindow, closeWindow, getWindowOperation,
    registerStaff, getStaffMember, placeStaff, endEmployment, listOrganisationChanges,
    loadOrganisation,
  ],
  permissions: organisationPermissions,
  refusals: organisationErrors,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { organisationErrors } from './errors.ts'
export { getHall, getWindow, type HallRow, listHallRows, windowMayAccept, type WindowRow } from './store/halls.ts'
export { getActingHeads, type ActingHeadRow } from './store/heads.ts'
export { getStaff, getStaffCaller, listEligible, listStaffNames, type StaffRow } from './store/staff.ts'
export { getOffice, getUnit, listUnitRows, type UnitRow } from './store/units.ts'
export type { HeadAgency, HeadPower, Hall, Post, Region, Role, RoleDefinition, StaffMember, Unit, Window } from './schema.ts'
