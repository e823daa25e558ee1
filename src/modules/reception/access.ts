import type { Permissions } from '#kernel/access/permissions.ts'

export const receptionPermissions = {
  'reception:hand-out': { roles: ['windowClerk', 'hallManager'] },
  'reception:call': { roles: ['windowClerk'] },
  'reception:watch': { roles: ['hallManager'] },
} as const satisfies Permissions
