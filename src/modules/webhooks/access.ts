import type { Permissions } from '#kernel/access/permissions.ts'

export const permissions = {
  'webhooks:manage': { roles: ['administrator'] },
  'webhooks:read': { roles: ['administrator', 'supervisor'] },
  'webhooks:deliver': { roles: ['system'] },
} as const satisfies Permissions
