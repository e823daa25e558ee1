import { default as href } from './outbox.ts?worker&url'

/** The script of the grid worker's page. */
export const outboxHref: string = href
