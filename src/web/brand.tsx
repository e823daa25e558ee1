/** The mark: 门 standing on its sill 一, drawn with the current colour. */
export function BrandMark() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7.5 3.5l2.2 2.8M7 11v12.5M13.5 6H25v17.5" />
      <path className="sill" d="M3.5 28.5h25" />
    </svg>
  )
}
