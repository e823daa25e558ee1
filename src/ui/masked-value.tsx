interface MaskedValueProps {
  /** The value with its middle hidden, as the server sent it: the page never holds the whole value. */
  readonly masked: string
  /** Present when this reader may ask for the whole value: a POST, because looking is recorded. */
  readonly show?: { readonly action: string; readonly name: string; readonly value: string; readonly text: string; readonly label: string } | undefined
}

/** A personal value that is hidden until somebody with a reason asks for it. 个人信息保护法 art. 51 (3). */
export function MaskedValue({ masked, show }: MaskedValueProps) {
  return (
    <div className="masked">
      <span className="num">{masked}</span>
      {show ? (
        <form action={show.action} method="post">
          <button className="btn-link" name={show.name} value={show.value} aria-label={show.label}>
            {show.text}
          </button>
        </form>
      ) : null}
    </div>
  )
}
