/** A point of the sketch, in its units. */
export interface SketchPoint {
  readonly x: number
  readonly y: number
}

interface Town {
  readonly code: string
  readonly label: readonly [number, number]
}

/** Between two halls of one town, and below its name. */
const [across, down] = [46, 28]

/**
 * Where each hall stands on the sketch: below the name of its town, the halls of one town side by side in rows of two, so that none covers
 * another. A hall of no town on the sketch is left out.
 */
export function hallPlaces<Hall extends { readonly regionCode: string | null }>(towns: readonly Town[], halls: readonly Hall[]): readonly (SketchPoint & { readonly hall: Hall; readonly number: number })[] {
  return halls.flatMap((hall, place) => {
    const town = towns.find(({ code }) => code === hall.regionCode)
    if (town === undefined) return []
    const here = halls.filter(({ regionCode }) => regionCode === hall.regionCode)
    const at = here.indexOf(hall)
    const inRow = Math.min(2, here.length - (at - (at % 2)))
    const [x, y] = town.label
    return [{ hall, number: place + 1, x: x + ((at % 2) - (inRow - 1) / 2) * across, y: y + 16 + Math.floor(at / 2) * down }]
  })
}
