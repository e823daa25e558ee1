import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors, getItemInForce } from '#modules/catalogue/index.ts'
import { publicationErrors } from '../errors.ts'
import { getOwnPower } from '../own-power.ts'
import { PowerChange, PowerText, Remark } from '../schema.ts'
import { insertPowerVersions } from '../store/powers.ts'

export const changePower = defineOperation({
  name: 'publication.change-power',
  summary: 'Writes the next version of an entry of the power and duty list, with the kind of change and its reason',
  kind: 'command',
  http: { method: 'POST', path: '/powers/{id}/change' },
  access: { permission: 'publication:edit' },
  input: z.object({ ...PowerText.shape, id: z.uuid(), change: PowerChange.exclude(['listed', 'removed']), reason: Remark }),
  output: z.object({ id: z.string(), version: z.number().int() }),
  refusals: [publicationErrors.powerUnknown, publicationErrors.powerRemoved, catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  examples: [
    {
      summary: 'The law was amended',
      input: { id: '01999999-0000-7000-8000-000000000000', name: '对未取得食品经营许可从事食品经营的处罚', type: '02', basis: '《食品安全法》（2021年修正）第一百二十二条', duties: '立案、调查取证、告知、决定、送达、执行', accountability: '没有法律和事实依据实施处罚的', change: 'lawChanged', reason: '《食品安全法》修正' },
    },
  ],
  async run(ctx, { id, change, reason, ...text }) {
    const { unitId, version } = await getOwnPower(ctx, id)
    if (text.implementCode !== null) await getItemInForce(ctx.db, text.implementCode, dayOf(ctx.now))
    await insertPowerVersions(ctx.db, [{ ...text, id, unitId, version: version + 1, change, reason, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now }])
    return { id, version: version + 1 }
  },
})
