// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './live.ts?worker&url'

/** The script of pages that keep themselves up to date. */
export const liveHref: string = href
