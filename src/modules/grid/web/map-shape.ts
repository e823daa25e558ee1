import type { OutputOf } from '#app'

type Features = OutputOf<'grid.get-map'>['features']

/** Cells as they are drawn: a drawing of fixed width, so that a click on it says where. */
export interface MapShape {
  readonly width: number
  readonly height: number
  readonly cells: readonly { readonly id: string; readonly communityCode: string; readonly points: string }[]
  /** The place of a click, in degrees. */
  readonly placeAt: (x: number, y: number) => { readonly longitude: number; readonly latitude: number }
}

const width = 284
const edge = 4

/** Draws cells: north is up, and a degree of longitude is as short as it is here. */
export function mapShape(features: Features): MapShape {
  const corners = features.flatMap(({ geometry }) => geometry.coordinates[0] ?? [])
  const west = Math.min(...corners.map(([longitude]) => longitude))
  const east = Math.max(...corners.map(([longitude]) => longitude))
  const south = Math.min(...corners.map(([, latitude]) => latitude))
  const north = Math.max(...corners.map(([, latitude]) => latitude))
  const narrowed = Math.cos((((north + south) / 2) * Math.PI) / 180)
  const scale = (width - 2 * edge) / ((east - west) * narrowed)
  const xOf = (longitude: number): number => edge + (longitude - west) * narrowed * scale
  const yOf = (latitude: number): number => edge + (north - latitude) * scale
  return {
    width,
    height: Math.ceil(yOf(south) + edge),
    cells: features.map(({ id, geometry, properties }) => ({ id, communityCode: properties.communityCode, points: (geometry.coordinates[0] ?? []).slice(1).map(([longitude, latitude]) => `${xOf(longitude).toFixed(1)},${yOf(latitude).toFixed(1)}`).join(' ') })),
    placeAt: (x, y) => ({ longitude: west + (x - edge) / narrowed / scale, latitude: north - (y - edge) / scale }),
  }
}

/** Names with the middle of their cells, to be written on a map. The code of a place is the beginning of the code of its cells. */
export function middlesOf(features: Features, places: readonly { readonly code: string; readonly name: string }[]): readonly { readonly text: string; readonly longitude: number; readonly latitude: number }[] {
  return places.flatMap(({ code, name }) => {
    const corners = features.filter(({ id }) => id.startsWith(code)).flatMap(({ geometry }) => geometry.coordinates[0]?.slice(1) ?? [])
    if (corners.length === 0) return []
    const middle = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
    return [{ text: name, longitude: middle(0), latitude: middle(1) }]
  })
}
