/** A wrong field: the id of its control or group, and what to do about it. */
export interface FieldProblem {
  readonly id: string
  readonly text: string
}

interface ErrorSummaryProps {
  readonly title: string
  readonly problems: readonly FieldProblem[]
}

/** Stands above the form when the server sends it back. It takes the focus, is announced, and leads to each field. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  return (
    <div className="errsum" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.id} ${problem.text}`}>
            <a href={`#${problem.id}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
