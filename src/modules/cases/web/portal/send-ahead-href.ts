// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './send-ahead.ts?worker&url'

/** The script of pages with file fields. */
export const sendAheadHref: string = href
