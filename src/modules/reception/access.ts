import type { Permissions } from '#kernel/access/permissions.ts'

export const receptionPermissions = {
  'reception:hand-out': { roles: ['windowClerk', 'hallManager'] },
  'reception:call': { roles: ['windowClerk'] },
  'reception:read-window': { roles: ['windowClerk', 'supervisor'] },
  'reception:watch': { roles: ['hallManager', 'supervisor'] },
} as const satisfies Permissions
