import { say } from './text.ts'

interface DocumentLink {
  readonly id: string
  /** What kind of letter it is, in words. */
  readonly title: string
  readonly number: string
}

interface DocumentLinksProps {
  readonly documents: readonly DocumentLink[]
  /** Below this address each has its page under its id; below the other its PDF. */
  readonly pages: string
  readonly pdfs: string
}

/** The letters of a matter: each leads to its page, with its PDF beside it. */
export function DocumentLinks({ documents, pages, pdfs }: DocumentLinksProps) {
  return (
    <ul>
      {documents.map(({ id, title, number }) => (
        <li key={id}>
          <a href={`${pages}/documents/${id}`}>
            {title} {number}
          </a>{' '}
          <a href={`${pdfs}/documents/${id}`}>
            <span className="vh">
              {title} {number}{' '}
            </span>
            {say('paper.pdf.beside')}
          </a>
        </li>
      ))}
    </ul>
  )
}
