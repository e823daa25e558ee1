// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './kept-page.ts?worker&url'

/** The built script that answers for the grid worker's page without a network. */
export const keptPageHref: string = href
