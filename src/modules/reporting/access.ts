import type { Permissions } from '#kernel/access/permissions.ts'

export const reportingPermissions = {
  /** The list behind a figure names cases of every unit. */
  'reporting:read-lists': { roles: ['supervisor'] },
  'reporting:read-reports': { roles: ['supervisor', 'unitHead', 'hallManager'] },
  'reporting:publish': { roles: ['administrator'] },
} as const satisfies Permissions
