// oxlint-disable-next-line import/default -- the default export is Vite's: the address of the script, bundled into one file
import href from './live-findings.ts?worker&url'

/** The script of the editor's pages. */
export const liveFindingsHref: string = href
