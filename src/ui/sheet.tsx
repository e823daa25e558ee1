import type { ReactNode } from 'react'
import { QrCode, type QrCodeProps } from './qr-code.tsx'

/** A part of a legal document, in order. */
export type SheetBlock =
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'paragraphs'; readonly texts: readonly string[] }
  /** Labelled lines in a frame; an empty one is a place for a pen. */
  | { readonly kind: 'facts'; readonly rows: readonly SheetFact[] }
  /** The lines that the applicant signs. */
  | { readonly kind: 'signatures'; readonly rows: readonly SheetFact[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

interface SheetFact {
  readonly label: string
  readonly value: string
}

interface SheetProps {
  readonly id: string
  readonly issuer: string
  /** The lines of the title; a long title breaks only between them. */
  readonly title: readonly string[]
  readonly number: string
  readonly blocks: readonly SheetBlock[]
  readonly issuedOn: string
  /** The words in the place of the seal. */
  readonly seal: string
  /** Stands at the top of what has no legal force. */
  readonly specimen?: string | undefined
  readonly check?: { readonly code: QrCodeProps; readonly lines: readonly ReactNode[] } | undefined
  /** The page's own heading, where the page shows this sheet alone. */
  readonly heading?: 'h1' | 'h2' | undefined
}

/**
 * A legal document on A4 paper with the type area of GB/T 9704. What is printed from here reads like the PDF;
 * only the PDF is sealed and exact.
 */
export function Sheet({ id, issuer, title, number, blocks, issuedOn, seal, specimen, check, heading: Heading = 'h2' }: SheetProps) {
  return (
    <article className="sheet" id={id} aria-labelledby={`${id}-title`}>
      {specimen ? <p className="specimen">{specimen}</p> : null}
      <p className="org">{issuer}</p>
      <Heading id={`${id}-title`}>
        {title.map((line, place) => (
          <span key={line}>
            {place > 0 ? <wbr /> : null}
            {line}
          </span>
        ))}
      </Heading>
      <p className="no">{number}</p>
      {blocks.map((block, place) => (
        <Block key={place} block={block} />
      ))}
      <div className="sign">
        <p>{issuer}</p>
        <p>{issuedOn}</p>
        <span className="seal">{seal}</span>
      </div>
      {check ? (
        <div className="tail">
          <QrCode {...check.code} />
          <div>
            {check.lines.map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </div>
        </div>
      ) : null}
    </article>
  )
}

function Block({ block }: { readonly block: SheetBlock }) {
  if (block.kind === 'addressee') return <p>{block.text}</p>
  if (block.kind === 'facts') return <SheetFacts className="facts-form" rows={block.rows} />
  if (block.kind === 'signatures') return <SheetFacts className="signatures" rows={block.rows} />
  if (block.kind === 'table') return <SheetTable head={block.head} rows={block.rows} />
  return (
    <div className="in2">
      {block.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

function SheetTable({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map((text, column) => (
              <td key={column}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SheetFacts({ className, rows }: { readonly className: string; readonly rows: readonly SheetFact[] }) {
  return (
    <dl className={className}>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
