import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { CaseHead } from '#modules/cases/web/office/case-head.tsx'
import { type CaseRoom, loadCase, notAllowedNow } from '#modules/cases/web/office/case-loader.ts'
import caseStyles from '#modules/cases/web/office/case-room.css?url'
import { ApplicantPane, EvidencePane, FormPane } from '#modules/cases/web/office/case-panes.tsx'
import { notePresence } from '#modules/cases/web/office/presence.ts'
import { OthersNote } from '#modules/cases/web/office/presence-note.tsx'
import { wordOf } from '#modules/cases/web/office/text.ts'
import { stateOfEvidence } from '../state-of-evidence.ts'
import { defectsIn, type Line, missingProblems, standardName, toBring, wayName } from './checklist.ts'
import deskStyles from './desk.css?url'
import { casePath, concludeProblems } from './file-case.ts'
import { KeysPane } from './keys-pane.tsx'
import { MaterialChecks } from './material-checks.tsx'
import { say } from './text.ts'
import { typedIn } from './typed.ts'

export async function loader(args: LoaderFunctionArgs) {
  const room = await loadCase(args)
  const mayConclude = room.view.commands.some((command) => command === 'accept' || command === 'request-correction')
  if (room.guide === undefined || (!mayConclude && !args.context.get(requestContext).posted)) throw notAllowedNow(args.context)
  return { room, presence: await notePresence(args.context, room.view.number), ...linesWithEvidence(room.guide.materials, room.view.evidence) }
}

/** Accepts, or writes the one-time notice, from the answers to the standards. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { number = '' } = params
  const form = await request.formData()
  const { lines, missing } = await linesOf(context, number)
  const conclusion = textOf(form, 'conclusion') === 'notice' ? 'notice' : 'accept'
  const inTheWay = conclusion === 'notice' ? concludeProblems('notice', form, { lines, missing }) : [...missingProblems(missing), ...unanswered(form, lines)]
  if (inTheWay.length > 0) return data({ title: say('problem.title'), problems: inTheWay, typed: typedIn(form) }, { status: 422 })
  const version = { number, expectedVersion: Number(textOf(form, 'version')) }
  const options = { idempotencyKey: `${textOf(form, 'key')}-${conclusion}` }
  const answer =
    conclusion === 'notice'
      ? await attempt(context, 'cases.request-correction', { ...version, defects: defectsIn(form, lines, missing) }, options)
      : await attempt(context, 'cases.accept-case', { ...version, checked: toBring(lines).map(({ material }) => material.key) }, options)
  if (answer.ok) return redirect(casePath(number, answer.value.documents[0]?.id), 303)
  const { refusal } = answer
  return data({ title: refusal.title, problems: refusal.fields.map(({ title }) => ({ id: 'checklist', text: title })), typed: typedIn(form) }, { status: statusOf(refusal.kind) })
}

async function linesOf(context: Readonly<RouterContextProvider>, number: string): Promise<Lines> {
  const view = await call(context, 'cases.get-case', { number })
  const guide = await call(context, 'catalogue.get-guide', { implementCode: view.implementCode, on: view.submittedAt.slice(0, 10), answers: view.answers })
  return linesWithEvidence(guide.materials, view.evidence)
}

interface Lines {
  readonly lines: readonly Line[]
  /** Required, and nothing was handed in or promised. */
  readonly missing: readonly Line[]
}

/** Only what was handed in is looked at; what follows later or is promised has nothing to check yet. */
function linesWithEvidence(lines: readonly Line[], evidence: CaseRoom['view']['evidence']): Lines {
  const standing = (line: Line) => evidence.find((one) => one.requirement === line.material.key)
  return {
    lines: lines.filter((line) => line.status === 'EXEMPT' || (standing(line) !== undefined && standing(line)?.state !== 'promised')),
    missing: lines.filter((line) => line.status === 'REQUIRED' && line.material.kind !== 'FORM' && standing(line) === undefined),
  }
}

function unanswered(form: FormData, lines: readonly Line[]) {
  return toBring(lines).flatMap(({ material }) =>
    material.acceptanceStandards.flatMap(({ question }, standard) => {
      const id = standardName(material.key, standard)
      const answer = textOf(form, id)
      return answer === 'yes' ? [] : [{ id, text: say(answer === 'no' ? 'problem.answeredNo' : 'problem.notAnswered', { name: material.name, question }) }]
    }),
  )
}

export function meta() {
  return [{ title: say('check.title') }]
}

export function links() {
  return [caseStyles, deskStyles].map((href) => ({ rel: 'stylesheet', href }))
}

/** An application that came in online, or was only taken in: the standards one by one, then one of two ends. */
export default function CheckPage() {
  const { room, presence, lines, missing } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const given = Object.fromEntries(room.view.evidence.map((one) => [one.requirement, say('check.given', { source: wordOf('sources', one.source), state: wordOf('evidenceStates', stateOfEvidence(one)) })]))
  return (
    <>
      <CaseHead {...room} />
      <div className="wrap">
        <div className="room room-desk">
          <div>
            <ApplicantPane {...room} />
            <EvidencePane {...room} />
          </div>
          <form className="desk-form" action={`${room.path}/check`} method="post">
            <input type="hidden" name="key" value={room.formKey} />
            <input type="hidden" name="version" value={room.view.version} />
            <div className="mid">
              {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
              {presence ? <OthersNote seen={presence} /> : null}
              <Pane id="checklist" title={say('check.title')} meta={say('check.meta')}>
                <MaterialChecks lines={lines} typed={refused?.typed ?? {}} problems={refused?.problems ?? []} given={given} />
                <Missing lines={missing} />
              </Pane>
              <FormPane {...room} />
            </div>
            <div>
              <Pane id="conclusion" title={say('conclusion.title')}>
                <div className="stack-s">
                  <Button name="conclusion" value="accept" wide shortcut="s">
                    {say('check.accept')}
                  </Button>
                  <Button name="conclusion" value="notice" kind="second" wide shortcut="g">
                    {say('check.notice')}
                  </Button>
                </div>
                <Note kind="near">{say('conclusion.notice.meta')}</Note>
                <p className="meta">
                  <a href={room.path}>{say('check.others')}</a>
                </p>
              </Pane>
              <KeysPane keys={['tab', 'arrows', 's', 'g']} />
            </div>
          </form>
        </div>
      </div>
    </>
  )
}

/** What was not handed in at all: nothing to look at, but the notice names it. */
function Missing({ lines }: { readonly lines: readonly Line[] }) {
  return lines.map(({ material }) => (
    <section key={material.key} id={wayName(material.key)} className="chk" tabIndex={-1}>
      <h3>
        {material.name} <Tag kind="need">{say('tag.missing')}</Tag>
      </h3>
      <p className="meta">{say('check.missing')}</p>
    </section>
  ))
}
