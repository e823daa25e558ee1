import { default as href } from './kept-page.ts?worker&url'

/** The built script that answers for the grid worker's page without a network. */
export const keptPageHref: string = href
