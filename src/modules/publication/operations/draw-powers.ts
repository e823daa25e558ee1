import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listStanding } from '#modules/catalogue/index.ts'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { editsFor } from '../access.ts'
import { publicationErrors } from '../errors.ts'
import { powerOf } from '../power-of-item.ts'
import { Key } from '../schema.ts'
import { insertPowerVersions, listedItems } from '../store/powers.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }

/** What the catalogue knows of a power need not be written twice. Repeating it adds only what is new in the catalogue; public services are no powers. */
export const drawPowers = defineOperation({
  name: 'publication.draw-powers',
  summary: 'Makes entries of the power and duty list of a unit from its items in the catalogue that are not in the list yet',
  kind: 'command',
  http: { method: 'POST', path: '/power-lists/{unitId}/draw' },
  access: { permission: 'publication:edit' },
  input: z.object({ unitId: Key }),
  output: z.object({ added: z.number().int() }),
  refusals: [publicationErrors.unitForeign, organisationErrors.unitUnknown],
  examples: [{ summary: 'From the items of a bureau', input: { unitId: 'shichang-jianguan' } }],
  async run(ctx, { unitId }) {
    await getUnit(ctx.db, unitId)
    if (!editsFor(ctx.caller, unitId)) throw new Refusal(publicationErrors.unitForeign)
    const listed = await listedItems(ctx.db, unitId)
    const found = (await listStanding(ctx.db, dayOf(ctx.now), unitId)).filter((item) => item.department === unitId && !listed.has(item.implementCode)).flatMap((item) => powerOf(item) ?? [])
    await insertPowerVersions(ctx.db, found.map((text) => ({ ...text, id: newId(ctx.now.getTime()), unitId, version: 1, change: 'listed' as const, reason: words.drawn.reason, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now })))
    return { added: found.length }
  },
})
