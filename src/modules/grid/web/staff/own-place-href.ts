// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './own-place.ts?worker&url'

/** The script that fills in where the reader is. */
export const ownPlaceHref: string = href
