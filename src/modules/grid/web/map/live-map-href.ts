import { default as href } from './live-map.ts?worker&url'

/** The script that puts a map in the place of a drawing of cells. */
export const liveMapHref: string = href
