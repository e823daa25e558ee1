import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { CodeProof } from '#ui/code-proof.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import caseStyles from './case-room.css?url'
import { documentName, say, wordOf } from './text.ts'
import { unitNamesFor } from '#web/unit-names.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const view = await call(context, 'cases.get-case', { number })
  const [file, units] = await Promise.all([call(context, 'cases.get-archive-package', { number }), unitNamesFor(context)])
  return { number, file, units, names: Object.fromEntries(view.evidence.map(({ requirement, name }) => [requirement, name])), mayArchive: view.commands.includes('archive'), key: crypto.randomUUID() }
}

export function meta() {
  return [{ title: say('archive.file') }]
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

/** 电子档案: what the file of one case holds, every paper with its hash, and whether its ledger is whole. */
export default function ArchiveFilePage() {
  const { number, file, units, names, mayArchive, key } = useLoaderData<typeof loader>()
  const of = file.case
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta no-print">
          <a href="/archive">{say('head.back')}</a>
        </p>
        <h1>{say('archive.file.of', { item: of.item })}</h1>
      </div>
      <div className="room room-file">
        <Pane id="case" title={say('archive.case')}>
          <FactsList
            facts={[
              { term: say('archive.number'), value: of.number, code: true },
              { term: say('fact.applicant'), value: of.applicant },
              { term: say('queue.unit'), value: units[of.unit] ?? of.unit },
              { term: say('supervision.state'), value: of.outcome === null ? wordOf('states', of.state) : say('supervision.ended', { state: wordOf('states', of.state), outcome: wordOf('outcomes', of.outcome) }) },
              { term: say('fact.submitted'), value: instantWords(of.openedAt) },
              { term: say('archive.closed'), value: of.closedAt === null ? say('fact.none') : instantWords(of.closedAt) },
            ]}
          />
          <Actions>
            {mayArchive ? (
              <form action="/archive" method="post">
                <input type="hidden" name="pick" value={number} />
                <input type="hidden" name="key" value={key} />
                <Button shortcut="s">{say('archive.archive')}</Button>
              </form>
            ) : null}
            <ButtonLink href={`/api/v1/cases/${number}/archive`} kind="plain">
              {say('archive.manifest')}
            </ButtonLink>
          </Actions>
        </Pane>
        <Pane id="documents" title={say('pane.documents')} meta={say('pane.evidence.count', { count: file.documents.length })}>
          <Table
            caption={say('pane.documents')}
            captionHidden
            rows={file.documents}
            rowKey={({ id }) => id}
            empty={say('pane.documents.none')}
            columns={[
              { key: 'name', title: say('pane.documents'), names: true, cell: ({ id, kind }) => <a href={`/archive/cases/${number}/documents/${id}`}>{documentName(kind)}</a> },
              { key: 'number', title: say('archive.documentNumber'), cell: (one) => one.number },
              { key: 'issued', title: say('archive.issued'), cell: ({ issuedAt }) => instantWords(issuedAt) },
            ]}
          />
        </Pane>
        <Pane id="evidence" title={say('pane.evidence')} meta={say('pane.evidence.count', { count: file.evidence.length })}>
          <Table
            caption={say('pane.evidence')}
            captionHidden
            rows={file.evidence}
            rowKey={({ requirement, providedAt }) => `${requirement} ${providedAt}`}
            empty={say('fact.none')}
            columns={[
              { key: 'name', title: say('standards.material'), names: true, cell: ({ requirement, address }) => (address === null ? (names[requirement] ?? requirement) : <a href={address}>{names[requirement] ?? requirement}</a>) },
              { key: 'source', title: say('archive.source'), cell: ({ source }) => wordOf('sources', source) },
              { key: 'state', title: say('standards.state'), cell: ({ state }) => wordOf('evidenceStates', state) },
              { key: 'hash', title: say('archive.hash'), cell: ({ contentHash, source }) => (contentHash === null ? say(source === 'scan' ? 'archive.paper' : 'archive.noFile') : <span className="num">{contentHash.slice(0, 16)}…</span>) },
            ]}
          />
        </Pane>
        <Pane id="ledger" title={say('pane.history')} beside={<Tag kind={file.ledger.intact ? 'free' : 'over'}>{say(file.ledger.intact ? 'archive.intact' : 'archive.broken')}</Tag>}>
          <Table
            caption={say('pane.history')}
            captionHidden
            rows={file.ledger.events}
            rowKey={({ hash }) => hash}
            empty={say('fact.none')}
            columns={[
              { key: 'command', title: say('archive.step'), names: true, cell: ({ command }) => wordOf('commands', command) },
              { key: 'to', title: say('supervision.state'), cell: ({ to }) => wordOf('states', to) },
              { key: 'hash', title: say('archive.hash'), cell: ({ hash }) => <span className="num">{hash.slice(0, 16)}…</span> },
            ]}
          />
          <CodeProof label={say('history.hash')} code={file.ledger.headHash} />
        </Pane>
      </div>
    </div>
  )
}
