import { instantWords } from '#web/day-words.ts'
import { CodeProof } from '#ui/code-proof.tsx'
import { Rows } from '#ui/index-list.tsx'
import { documentWord } from './case-words.ts'
import type { MatterFound } from './matter-found.ts'
import { say } from './text.ts'

/** The documents of the case, what its applicant declared, and the head of its ledger. */
export function MatterAside({ view }: { readonly view: MatterFound['view'] }) {
  const head = view.events.at(-1)
  return (
    <aside className="side stack-l" aria-label={say('matter.aside')}>
      <div>
        <div className="lintel">
          <h2 className="h3">{say('matter.documents')}</h2>
        </div>
        {view.documents.length > 0 ? <Rows items={view.documents.map((document) => ({ href: `/matters/${view.number}/documents/${document.id}`, title: documentWord(document.kind), lines: [document.number] }))} /> : <p className="meta">{say('matter.documents.none')}</p>}
        {view.certificate === null ? null : (
          <p className="mt">
            <a href={`/certificates/${encodeURIComponent(view.certificate)}`}>{say('matter.certificate')}</a>
          </p>
        )}
      </div>
      {view.declaration === null ? null : (
        <div>
          <div className="lintel">
            <h2 className="h3">{say('apply.declare.title')}</h2>
          </div>
          <p>{view.declaration.text}</p>
          <p className="meta">{say(view.declaration.takenBy === null ? 'matter.declared.online' : 'matter.declared.window', { name: view.declaration.name, when: instantWords(view.declaration.at) })}</p>
        </div>
      )}
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
