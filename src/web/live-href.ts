import { default as href } from './live.ts?worker&url'

/** The script of pages that keep themselves up to date. */
export const liveHref: string = href
