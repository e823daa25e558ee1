/** Vite answers the address of a stylesheet for `import href from './x.css?url'`. */
declare module '*.css?url' {
  const href: string
  export default href
}
