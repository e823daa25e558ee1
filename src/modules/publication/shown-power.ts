import { z } from 'zod'
import { instantText } from '#kernel/time/instant-text.ts'
import { PowerChange, PowerType } from './schema.ts'
import type { PowerVersion } from './store/powers.ts'

/** A version of an entry as everybody may read it. */
export const ShownPower = z.object({
  id: z.string(),
  unitId: z.string(),
  version: z.number().int(),
  name: z.string(),
  type: PowerType,
  basis: z.string(),
  duties: z.string(),
  accountability: z.string(),
  implementCode: z.string().nullable(),
  change: PowerChange,
  reason: z.string(),
  writtenAt: z.string(),
})

export function shownPower({ writtenAt, ...power }: PowerVersion): z.input<typeof ShownPower> {
  return { ...power, writtenAt: instantText(writtenAt) }
}
