import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors, getItemInForce } from '#modules/catalogue/index.ts'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { editsFor } from '../access.ts'
import { publicationErrors } from '../errors.ts'
import { Key, PowerText, Remark } from '../schema.ts'
import { insertPowerVersions } from '../store/powers.ts'

export const listPower = defineOperation({
  name: 'publication.list-power',
  summary: 'Puts a new entry into the power and duty list of a unit',
  kind: 'command',
  http: { method: 'POST', path: '/powers', status: 201 },
  access: { permission: 'publication:edit' },
  input: z.object({ ...PowerText.shape, unitId: Key, reason: Remark }),
  output: z.object({ id: z.string() }),
  refusals: [publicationErrors.unitForeign, catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce, organisationErrors.unitUnknown],
  examples: [
    {
      summary: 'A fine',
      input: { unitId: 'shichang-jianguan', name: '对未取得食品经营许可从事食品经营的处罚', type: '02', basis: '《食品安全法》第一百二十二条', duties: '立案、调查取证、告知、决定、送达、执行', accountability: '没有法律和事实依据实施处罚的；违反法定程序的', reason: '首次编制' },
    },
  ],
  async run(ctx, { unitId, reason, ...text }) {
    await getUnit(ctx.db, unitId)
    if (!editsFor(ctx.caller, unitId)) throw new Refusal(publicationErrors.unitForeign)
    if (text.implementCode !== null) await getItemInForce(ctx.db, text.implementCode, dayOf(ctx.now))
    const id = newId(ctx.now.getTime())
    await insertPowerVersions(ctx.db, [{ ...text, id, unitId, version: 1, change: 'listed', reason, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now }])
    return { id }
  },
})
