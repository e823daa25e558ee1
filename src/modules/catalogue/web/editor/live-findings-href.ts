import { default as href } from './live-findings.ts?worker&url'

/** The script of the editor's pages. */
export const liveFindingsHref: string = href
