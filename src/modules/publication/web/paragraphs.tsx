/** The text of a record: each line a paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <div className="stack">
      {text
        .split('\n')
        .map((line, at) => [at, line.trim()] as const)
        .filter(([, line]) => line !== '')
        .map(([at, line]) => (
          <p key={at}>{line}</p>
        ))}
    </div>
  )
}
