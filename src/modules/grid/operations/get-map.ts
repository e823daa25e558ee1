import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { geoOf } from '../frame.ts'
import type { LatticePoint } from '../rules/partition.ts'
import { TownCode } from '../schema.ts'
import { listOutlines } from '../store/cells.ts'

const Position = z.tuple([z.number(), z.number()])

/** The cells as GeoJSON (RFC 7946), for every map. */
export const getMap = defineOperation({
  name: 'grid.get-map',
  summary: 'Gives the cells of the grid as GeoJSON, of the district or of one town',
  kind: 'query',
  http: { method: 'GET', path: '/grid/map' },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ townCode: TownCode.optional() }),
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
        properties: z.object({ communityCode: z.string() }),
      }),
    ),
  }),
  refusals: [],
  examples: [{ summary: 'One street', input: { townCode: '440114001' } }],
  async run(ctx, { townCode }) {
    const outlines = await listOutlines(ctx.db, townCode ?? null)
    return {
      type: 'FeatureCollection' as const,
      features: outlines.map(({ id, ring }) => ({ type: 'Feature' as const, id, geometry: { type: 'Polygon' as const, coordinates: [closed(ring)] }, properties: { communityCode: id.slice(0, 12) } })),
    }
  },
})

/** The lattice goes south with y, so that its rings are right-handed on the earth only when turned; GeoJSON repeats the first corner. */
function closed(ring: readonly LatticePoint[]): [number, number][] {
  const turned = ring.toReversed()
  return [...turned, ...turned.slice(0, 1)].map((point) => {
    const { longitude, latitude } = geoOf(point)
    return [longitude, latitude]
  })
}
