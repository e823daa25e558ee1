import { default as href } from './sign-page.ts?worker&url'

/** The script of pages with a `SignatureField`. */
export const signHref: string = href
