import { CodeProof } from '#ui/code-proof.tsx'
import { Rows } from '#ui/index-list.tsx'
import { documentHref, documentWord } from './case-words.ts'
import type { MatterFound } from './matter-found.ts'
import { say } from './text.ts'

/** The documents of the case and the head of its ledger. */
export function MatterAside({ view }: { readonly view: MatterFound['view'] }) {
  const head = view.events.at(-1)
  return (
    <aside className="side stack-l" aria-label={say('matter.aside')}>
      <div>
        <div className="lintel">
          <h2 className="h3">{say('matter.documents')}</h2>
        </div>
        {view.documents.length > 0 ? <Rows items={view.documents.map((document) => ({ href: documentHref(view.number, document.id), title: documentWord(document.kind), lines: [document.number] }))} /> : <p className="meta">{say('matter.documents.none')}</p>}
        {view.certificate === null ? null : (
          <p className="mt">
            <a href={`/certificates/${encodeURIComponent(view.certificate)}`}>{say('matter.certificate')}</a>
          </p>
        )}
      </div>
      <div>
        <div className="lintel">
          <h2 className="h3">{say('matter.proof')}</h2>
        </div>
        <p className="meta">{say('matter.proof.events', { count: view.events.length })}</p>
        {head ? <CodeProof label={say('matter.proof.head')} code={head.hash} note={say('matter.proof.note')} /> : null}
        <p className="meta">
          <a href={`/api/v1/cases/${view.number}/ledger`}>{say('matter.proof.check')}</a>
        </p>
      </div>
    </aside>
  )
}
