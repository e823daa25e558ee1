// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './outbox.ts?worker&url'

/** The script of the grid worker's page. */
export const outboxHref: string = href
