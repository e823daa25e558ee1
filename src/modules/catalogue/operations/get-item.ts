import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { maySeeDrafts } from '../access.ts'
import { catalogueErrors } from '../errors.ts'
import { flowChart } from '../flow-chart.ts'
import { shownLimits } from '../rules/shown-limit.ts'
import { FlowChartAnswer, ImplementCode, ItemLine, ShownLimitsAnswer, VersionLine } from '../schema/answers.ts'
import { ItemVersion } from '../schema/item-version.ts'
import { listStandings } from '../store/standings.ts'
import { getItemShownOn, isUnpublished, listLightByKeys } from '../store/versions.ts'

/** The whole guide of an item on a day, with what is made from it: limits as they may be called, flow chart, neighbours, versions. */
export const getItem = defineOperation({
  name: 'catalogue.get-item',
  summary: 'The whole record of a service item on a day, with its limits, flow chart, related items and versions',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/items/{implementCode}' },
  access: 'public',
  input: z.object({ implementCode: ImplementCode, on: Day.optional() }),
  output: z.object({
    id: z.string(),
    item: ItemVersion,
    shownLimits: ShownLimitsAnswer,
    flowChart: FlowChartAnswer,
    relatedItems: z.array(ItemLine).readonly(),
    versions: z.array(VersionLine),
  }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  examples: [{ summary: 'The food operation licence today', input: { implementCode: '11440114MB2C00144C4440114005000' } }],
  async run(ctx, { implementCode, on }) {
    const day = on ?? dayOf(ctx.now)
    const standings = await listStandings(ctx.db, implementCode)
    const { id, item } = await getItemShownOn(ctx.db, standings, day)
    const seen = maySeeDrafts(ctx.caller) ? standings : standings.filter((one) => !isUnpublished(one))
    return {
      id,
      item,
      shownLimits: shownLimits(item),
      flowChart: flowChart(item.route),
      relatedItems: item.relatedItems.length === 0 ? [] : await listLightByKeys(ctx.db, item.relatedItems, day),
      versions: seen.map(({ id: versionId, version, state, effectiveFrom, effectiveTo }) => ({ id: versionId, version, state, effectiveFrom, effectiveTo })),
    }
  },
})
