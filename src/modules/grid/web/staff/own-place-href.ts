import { default as href } from './own-place.ts?worker&url'

/** The script that fills in where the reader is. */
export const ownPlaceHref: string = href
