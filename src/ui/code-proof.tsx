interface CodeProofProps {
  /** For example 末条散列 SM3. */
  readonly label: string
  /** The whole code: one click selects it for copying. */
  readonly code: string
  readonly note?: string | undefined
}

/** A hash or a check code that people copy or compare: shown in groups of four, selected as one, copied without the gaps. */
export function CodeProof({ label, code, note }: CodeProofProps) {
  const groups = code.match(/.{1,4}/g) ?? []
  return (
    <dl className="facts proof">
      <div>
        <dt>{label}</dt>
        <dd>
          <code className="code-all num">
            {groups.map((group, place) => (
              <span key={place}>{group}</span>
            ))}
          </code>
          {note ? <small>{note}</small> : null}
        </dd>
      </div>
    </dl>
  )
}
