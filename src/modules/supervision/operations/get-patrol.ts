import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { supervisionErrors } from '../errors.ts'
import { reachPatrol, ShownPatrol, shownPatrol } from '../patrol-view.ts'
import { PatrolNumber } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'

export const getPatrol = defineOperation({
  name: 'supervision.get-patrol',
  summary: 'Shows the patrols of a hall on a day; those inspected see a visit when its time has come',
  kind: 'query',
  http: { method: 'GET', path: '/patrols/{number}' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: PatrolNumber }),
  output: ShownPatrol,
  refusals: [supervisionErrors.patrolUnknown],
  examples: [{ summary: 'The first patrols of a day', input: { number: 'XC202609070001' } }],
  run: async (ctx, { number }) => shownPatrol(ctx, await reachPatrol(ctx, number, false), settingsAt(ctx, supervisionSettings).visitWithinMinutes),
})
