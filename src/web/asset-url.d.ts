/** Vite answers the address of a file for `import href from './x.css?url'`. */
declare module '*?url' {
  const href: string
  export default href
}
