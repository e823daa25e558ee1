import { default as href } from './send-ahead.ts?worker&url'

/** The script of pages with file fields. */
export const sendAheadHref: string = href
