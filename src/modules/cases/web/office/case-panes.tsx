import type { ReactNode } from 'react'
import { CodeProof } from '#ui/code-proof.tsx'
import { FactsList } from '#ui/facts.tsx'
import { LegalCalendar } from '#ui/legal-calendar.tsx'
import { type Opinion, OpinionList } from '#ui/opinions.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { instantWords } from '#web/day-words.ts'
import { timeLines } from '#web/time-shares.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { leadingTimer } from '../case-clock.ts'
import { stateOfEvidence } from '../state-of-evidence.ts'
import type { CaseRoom, CaseShown } from './case-loader.ts'
import { calendarOf } from './clock-words.ts'
import { fileHref, lookHref } from './evidence-preview.tsx'
import { formSections, type FormSectionShown, situationFacts } from './form-words.ts'
import { LookWay } from './look-way.tsx'
import { documentName, say, wordOf } from './text.ts'

export function ApplicantPane({ view }: CaseRoom) {
  return (
    <Pane id="applicant" title={say('pane.applicant')}>
      <FactsList
        facts={[
          { term: say('fact.applicant'), value: view.applicant.name },
          { term: say('fact.channel'), value: wordOf('channels', view.channel) },
          { term: say('fact.submitted'), value: instantWords(view.submittedAt) },
          { term: say('fact.accepted'), value: view.acceptedAt === null ? say('fact.notYet') : instantWords(view.acceptedAt) },
          { term: say('fact.delivery'), value: wordOf('delivery', view.delivery) },
          { term: say('fact.declared'), value: view.declaration === null ? say('fact.none') : declarationWords(view.declaration, view.people), ...(view.declaration !== null && { note: view.declaration.text }) },
        ]}
      />
    </Pane>
  )
}

function declarationWords({ name, at, takenBy }: NonNullable<CaseShown['declaration']>, people: CaseShown['people']): string {
  const when = instantWords(at)
  return takenBy === null ? say('declared.online', { name, when }) : say('declared.before', { name, when, clerk: people[takenBy] ?? takenBy })
}

const kindOfState: Readonly<Record<string, TagKind>> = { submitted: 'plain', accepted: 'free', defective: 'over', promised: 'near', replaced: 'plain' }

/** What was handed in. `looks`: a paper is shown beside the form of this page; else it opens by itself, so that nothing typed is lost. */
export function EvidencePane({ view, path, looks, looked }: CaseRoom & { readonly looks?: boolean; readonly looked?: string | null | undefined }) {
  return (
    <Pane id="evidence" title={say('pane.evidence')} meta={say('pane.evidence.count', { count: view.evidence.length })}>
      <ul className="docs">
        {view.evidence.map((one, place) => (
          <li key={place}>
            <EvidenceWay room={{ view, path }} one={one} looks={looks === true} current={one.fileId !== null && one.fileId === looked}>
              <span>
                {one.name} <small>{wordOf('sources', one.source)}</small>
              </span>
              <Tag kind={kindOfState[one.state]}>{wordOf('evidenceStates', stateOfEvidence(one))}</Tag>
            </EvidenceWay>
          </li>
        ))}
      </ul>
    </Pane>
  )
}

interface EvidenceWayProps {
  readonly room: Pick<CaseRoom, 'view' | 'path'>
  readonly one: CaseShown['evidence'][number]
  readonly looks: boolean
  readonly current: boolean
  readonly children: ReactNode
}

function EvidenceWay({ room: { view, path }, one, looks, current, children }: EvidenceWayProps) {
  const beside = looks ? lookHref(path, one) : undefined
  if (beside === undefined) return <a href={evidenceHref(view, one)}>{children}</a>
  return (
    <LookWay href={beside} whileReviewing={view.commands.includes('review')} current={current}>
      {children}
    </LookWay>
  )
}

function evidenceHref(view: CaseShown, { fileId, certificate }: CaseShown['evidence'][number]): string | undefined {
  if (fileId !== null) return fileHref(view, fileId)
  return certificate === null ? undefined : `/verify/${encodeURIComponent(certificate)}`
}

export function DocumentsPane({ view, path }: CaseRoom) {
  return (
    <Pane id="documents" title={say('pane.documents')}>
      {view.documents.length === 0 ? <p className="meta">{say('pane.documents.none')}</p> : null}
      <ul className="docs">
        {view.documents.map(({ id, kind, number }) => (
          <li key={id}>
            <a href={`${path}/documents/${id}`}>
              {documentName(kind)} <small>{number}</small>
            </a>
          </li>
        ))}
      </ul>
    </Pane>
  )
}

export function FormPane({ view, guide, path }: CaseRoom) {
  return (
    <Pane id="form" title={say('pane.form')}>
      <Sections sections={[{ title: say('form.situation'), facts: situationFacts(guide, view.answers) }, ...formSections(guide, view.form)].filter(({ facts }) => facts.length > 0)} />
      {view.formMasked && !/^\/(?:supervision|hall)/.test(path) ? (
        <p>
          <WhoActs>
            <a href={`${path}/form`}>{say('unmask.title')}</a>
          </WhoActs>
        </p>
      ) : null}
    </Pane>
  )
}

export function FormSections({ guide, form }: { readonly guide: CaseRoom['guide']; readonly form: CaseShown['form'] }) {
  return <Sections sections={formSections(guide, form)} />
}

function Sections({ sections }: { readonly sections: readonly FormSectionShown[] }) {
  return sections.map(({ title, facts }) => (
    <section key={title} className="chk">
      <h3>{title}</h3>
      <FactsList facts={facts} />
    </section>
  ))
}

/** The decidable standards of every material, beside what stands in its place. */
export function StandardsPane({ view, guide }: CaseRoom) {
  if (guide === undefined) return null
  return (
    <Pane id="standards" title={say('pane.standards')}>
      <Table
        caption={say('pane.standards')}
        captionHidden
        rows={guide.materials}
        rowKey={({ material }) => material.key}
        empty={say('fact.none')}
        columns={[
          { key: 'name', title: say('standards.material'), names: true, cell: ({ material }) => material.name },
          { key: 'standards', title: say('standards.standards'), cell: ({ material }) => <ul>{material.acceptanceStandards.map(({ question }) => <li key={question}>{question}</li>)}</ul> },
          { key: 'state', title: say('standards.state'), cell: ({ material, status }) => stateOf(view, material.key, status) },
        ]}
      />
    </Pane>
  )
}

function stateOf(view: CaseShown, material: string, status: string): string {
  const given = view.evidence.findLast((one) => one.requirement === material)
  if (given !== undefined) return wordOf('evidenceStates', stateOfEvidence(given))
  return status === 'REQUIRED' ? say('standards.missing') : say('standards.notNeeded')
}

export function CalendarPane({ clock, units }: CaseRoom) {
  const timer = leadingTimer(clock.timers) ?? clock.timers.findLast((one) => one.name === 'promised-decision' || one.name === 'legal-decision')
  if (timer === undefined || timer.explanation.length === 0) return null
  return (
    <Pane id="calendar" title={say('pane.calendar')} meta={timer.legalReference ?? say(`purpose.${timer.purpose}`)}>
      <LegalCalendar days={calendarOf(timer)} today={clock.at.slice(0, 10)} dueOn={timer.dueDay ?? timer.explanation.at(-1)?.day ?? ''} />
      <h3 className="mt">{say('pane.shares')}</h3>
      <FactsList facts={timeLines(clock.attribution.shares, units).map(({ who, time, percent }) => ({ term: who, value: time, ...(percent !== undefined && { note: say('pane.shares.percent', { percent }) }) }))} />
    </Pane>
  )
}

export function OpinionsPane({ view, units }: CaseRoom) {
  const steps = view.steps.filter((step) => step.kind === 'REVIEW' || step.kind === 'APPROVE')
  const answered = steps.filter((step) => step.opinion !== null).length
  const reviews = steps.filter((step) => step.kind === 'REVIEW').length
  return (
    <Pane id="opinions" title={say('pane.opinions')} meta={say('pane.opinions.count', { units: reviews, answered })}>
      <OpinionList opinions={steps.map((step) => opinionOf(step, units[step.unitId] ?? step.unitId, view.people))} />
      <Requests view={view} units={units} />
    </Pane>
  )
}

/** What officers asked of units beside the route: a new opinion, or one of a unit that the route does not know. */
function Requests({ view, units }: Pick<CaseRoom, 'view' | 'units'>) {
  const unitOf = (key: string): string => {
    const unitId = view.steps.find((step) => step.key === key)?.unitId ?? ''
    return units[unitId] ?? unitId
  }
  return view.requests.map(({ step, kind, by, at, text }) => (
    <Note key={`${step} ${at}`} kind={kind === 'return' ? 'near' : 'plain'}>
      {say(`request.${kind}`, { who: view.people[by.replace('staff:', '')] ?? '', unit: unitOf(step), when: instantWords(at), text })}
    </Note>
  ))
}

function opinionOf(step: CaseShown['steps'][number], unit: string, people: CaseShown['people']): Opinion {
  const by = step.personId === null ? undefined : say('opinion.by', { person: people[step.personId] ?? step.personId })
  const name = say('opinion.unit', { unit, step: step.kind === 'APPROVE' ? say('opinion.approve') : step.countersign ? say('opinion.countersign') : say('opinion.review') })
  if (step.opinion !== null) {
    const text = [step.doneAt === null ? undefined : instantWords(step.doneAt), step.text ?? undefined].filter((part) => part !== undefined).join(say('list.comma'))
    return { unit: name, state: step.opinion === 'disagree' ? 'over' : 'done', answer: wordOf('opinions', step.opinion), text }
  }
  if (step.state === 'done') return { unit: name, state: 'done', answer: say('opinion.done'), text: by }
  if (step.state === 'open') return { unit: name, state: 'run', answer: say('opinion.open'), text: by }
  return { unit: name, state: 'run', answer: say('opinion.waiting') }
}

export function HistoryPane({ view }: CaseRoom) {
  const newestFirst = view.events.toReversed()
  const last = newestFirst[0]
  return (
    <Pane id="history" title={say('pane.history')}>
      <Timeline
        small
        entries={newestFirst.map(({ at, command, actor, hash }, place) => ({
          title: wordOf('commands', command),
          at,
          when: instantWords(at),
          text: say('history.line', { actor: actorWords(actor, view.people), hash: hash.slice(0, 8) }),
          ...(place === 0 ? { state: 'now' as const } : command === 'suspend' && { state: 'stop' as const }),
        }))}
      />
      {last ? <CodeProof label={say('history.hash')} code={last.hash} /> : null}
    </Pane>
  )
}

function actorWords(actor: string, people: CaseShown['people']): string {
  const [kind, id = ''] = actor.split(':')
  switch (kind) {
    case 'staff':
      return say('actor.staff', { name: people[id] ?? id })
    case 'person':
      return say('actor.person')
    default:
      return say('actor.system')
  }
}
