import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { organisationErrors } from '../errors.ts'
import { Key, WindowView } from '../schema.ts'
import { getWindow as getWindowRow } from '../store/halls.ts'

export const getWindow = defineOperation({
  name: 'organisation.get-window',
  summary: 'One window of a hall and what it takes',
  kind: 'query',
  http: { method: 'GET', path: '/windows/{windowId}' },
  access: 'public',
  input: z.object({ windowId: Key }),
  output: WindowView,
  refusals: [organisationErrors.windowUnknown],
  examples: [{ summary: 'A general window', input: { windowId: 'qu-zhengwu-zonghe-1' } }],
  run: async (ctx, { windowId }) => getWindowRow(ctx.db, windowId),
})
