import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { ComponentCode } from '../schema.ts'
import { findComponent } from '../store/components.ts'
import { ShownComponent } from './list-components.ts'

/** One component; the events about it are those of the list of events with its code. */
export const getComponent = defineOperation({
  name: 'grid.get-component',
  summary: 'Shows a component of the inventory: where it stands and who keeps it',
  kind: 'query',
  http: { method: 'GET', path: '/grid/components/{code}' },
  access: { permission: 'grid:read-components' },
  input: z.object({ code: ComponentCode }),
  output: ShownComponent,
  refusals: [gridErrors.componentUnknown],
  examples: [{ summary: 'A cover', input: { code: '4401140103000001' } }],
  async run(ctx, { code }) {
    const component = await findComponent(ctx.db, code)
    if (component === undefined) throw new Refusal(gridErrors.componentUnknown)
    return component
  },
})
