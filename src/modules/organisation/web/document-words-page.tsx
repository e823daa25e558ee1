import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import type { QrMatrix } from '#ui/qr-path.ts'
import { Note, Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { DocumentSheet, type DocumentWords, verifyAddressOf } from '#web/document-sheet.tsx'
import { textOf } from '#web/form-fields.ts'
import { qrMatrix } from '#web/qr-matrix.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { type Typed, typedIn, WithdrawWords, WordsForm, wordingProblems } from './document-words-form.tsx'
import { say } from './document-words-text.ts'

type Day = `${number}-${number}-${number}`

/** The form once more: with a specimen in the words that were typed, or with what is wrong with them. */
interface Answered {
  readonly typed?: Typed
  readonly specimen?: { readonly document: DocumentWords; readonly qr: QrMatrix | undefined }
  readonly problems: readonly FieldProblem[]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const kind = await call(context, 'kernel.get-document-kind', { kind: params['kind'] ?? '' })
  return { kind, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

/** Shows a specimen in the typed words, keeps them from a day on, or takes back words before their day. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const kind = await call(context, 'kernel.get-document-kind', { kind: params['kind'] ?? '' })
  const here = redirect(`/administration/templates/${kind.kind}#history`, 303)
  if (textOf(form, 'intent') === 'withdraw') {
    const validFrom = (textOf(form, 'withdraw') ?? '') as Day
    const withdrawn = await attempt(context, 'kernel.withdraw-document-words', { kind: kind.kind, validFrom, reason: textOf(form, 'reason') ?? '' }, options)
    return withdrawn.ok ? here : data<Answered>({ problems: [{ id: `withdraw-${validFrom}`, text: withdrawn.refusal.title }] }, { status: statusOf(withdrawn.refusal.kind) })
  }
  const typed = typedIn(form, kind)
  if (textOf(form, 'intent') === 'preview') {
    const shown = await attempt(context, 'kernel.preview-document-words', { kind: kind.kind, texts: [...typed.texts] })
    return shown.ok ? data<Answered>({ typed, specimen: { document: shown.value, qr: qrOf(shown.value) }, problems: [] }) : data<Answered>({ typed, problems: wordingProblems(shown.refusal) }, { status: statusOf(shown.refusal.kind) })
  }
  const changed = await attempt(context, 'kernel.change-document-words', { kind: kind.kind, texts: [...typed.texts], validFrom: typed.validFrom as Day, reason: typed.reason, document: typed.document }, options)
  return changed.ok ? here : data<Answered>({ typed, problems: wordingProblems(changed.refusal) }, { status: statusOf(changed.refusal.kind) })
}

/** With the code its foot is shown too. */
function qrOf(document: DocumentWords): QrMatrix | undefined {
  const address = verifyAddressOf(document)
  return address === undefined ? undefined : qrMatrix(address)
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData ? say('edit.of', { title: loaderData.kind.title }) : say('back') }]
}

/** One kind of legal document: its words in force, other words from a day on, and a specimen of them before they are kept. */
export default function DocumentWordsPage() {
  const { kind, today, formKey } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const coming = kind.changes.filter(({ validFrom, withdrawn }) => !withdrawn && validFrom > today)
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/templates">{say('back')}</a>
        </p>
        <h1>{kind.title}</h1>
        <p>{say('lead')}</p>
      </div>
      {answered && answered.problems.length > 0 ? <ErrorSummary title={say('refused')} problems={answered.problems} /> : null}
      <FactsList
        facts={[
          { term: say('basis'), value: kind.basis },
          { term: say('since'), value: kind.since === null ? say('since.shipped') : say('since.day', { day: longDayWords(kind.since) }) },
        ]}
      />
      {kind.next === null ? null : <Note kind="near">{say('next', { day: longDayWords(kind.next) })}</Note>}
      {answered?.specimen ? (
        <Pane id="specimen" title={say('shown')} meta={say('shown.meta')}>
          <div className="papers">
            <DocumentSheet {...answered.specimen} heading="h2" />
          </div>
        </Pane>
      ) : null}
      <WhoActs>
        <Pane id="change" title={say('change')}>
          <WordsForm kind={kind} formKey={formKey} typed={answered?.typed} problems={answered?.problems ?? []} />
        </Pane>
        {coming.length === 0 ? null : (
          <Pane id="withdraw" title={say('withdraw')}>
            {coming.map(({ validFrom }) => (
              <WithdrawWords key={validFrom} kind={kind.kind} validFrom={validFrom} formKey={formKey} />
            ))}
          </Pane>
        )}
      </WhoActs>
      <Pane id="history" title={say('history')}>
        <Table
          caption={say('history')}
          captionHidden
          rows={kind.changes}
          rowKey={({ decidedAt, validFrom }) => `${validFrom} ${decidedAt}`}
          empty={say('history.none')}
          columns={[
            { key: 'day', title: say('history.day'), names: true, cell: ({ validFrom, withdrawn }) => `${longDayWords(validFrom)}${withdrawn ? `　${say('history.withdrawn')}` : ''}` },
            { key: 'changed', title: say('history.changed'), numeric: true, cell: ({ changed }) => changed },
            { key: 'document', title: say('history.document'), cell: ({ document }) => document },
            { key: 'reason', title: say('history.reason'), cell: ({ reason }) => reason },
          ]}
        />
      </Pane>
    </div>
  )
}
