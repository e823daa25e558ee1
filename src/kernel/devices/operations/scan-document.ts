import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { takeFile } from '#kernel/files/take-file.ts'
import { deviceErrors } from '../errors.ts'

export const scanDocument = defineOperation({
  name: 'kernel.scan-document',
  summary: 'Takes up what lies on the scanner of the window as a file of the caller, like an uploaded one',
  kind: 'command',
  access: { permission: 'devices:use' },
  input: z.object({ title: z.string().min(1).max(200) }),
  output: z.object({ id: z.uuid() }),
  refusals: [deviceErrors.none],
  async run(ctx, { title }) {
    const { scanner } = ctx.services.devices
    if (scanner === undefined) throw new Refusal(deviceErrors.none)
    const { id } = await takeFile(ctx, { name: `${title}.pdf`, bytes: await scanner.scan(title, ctx.now) })
    return { id }
  },
})
