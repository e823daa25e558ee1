/** Vite answers the address of a file for `import href from './x.css?url'`. */
declare module '*?url' {
  const href: string
  export default href
}

/** The address of a script of our own, with what it imports in one file. */
declare module '*?worker&url' {
  const href: string
  export default href
}
