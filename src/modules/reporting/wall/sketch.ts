import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../../../data/regions/sketches')

const Point = z.tuple([z.number(), z.number()])

/** How the towns of a district lie to each other: a drawing by hand, in units of its own. It shows no boundaries. */
export const Sketch = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  townships: z.array(z.strictObject({ code: z.string(), name: z.string(), label: Point, points: z.string().regex(/^[\d., ]+$/) })),
})
export type Sketch = z.infer<typeof Sketch>

const read = new Map<string, Sketch | undefined>()

/** The sketch of a district by its region code; undefined for a district that nobody has drawn. */
export function sketchOf(regionCode: string): Sketch | undefined {
  if (!read.has(regionCode)) read.set(regionCode, readSketch(join(folder, `${regionCode}.json`)))
  return read.get(regionCode)
}

function readSketch(file: string): Sketch | undefined {
  return existsSync(file) ? Sketch.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
