import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { CaseHead } from '#modules/cases/web/office/case-head.tsx'
import { type CaseRoom, loadCase, notAllowedNow } from '#modules/cases/web/office/case-loader.ts'
import caseStyles from '#modules/cases/web/office/case-room.css?url'
import { ApplicantPane, EvidencePane } from '#modules/cases/web/office/case-panes.tsx'
import { type Line, missingProblems, notBroughtIn, offerProblems, offersIn } from './checklist.ts'
import deskStyles from './desk.css?url'
import { casePath } from './file-case.ts'
import { Handover } from './material-checks.tsx'
import { say } from './text.ts'
import { typedIn } from './typed.ts'
import { uploadFiles } from './upload-files.ts'

export async function loader(args: LoaderFunctionArgs) {
  const room = await loadCase(args)
  const { commands } = room.view
  if (!args.context.get(requestContext).posted && !commands.includes('correct') && !commands.includes('supply-material')) throw notAllowedNow(args.context)
  const [{ scanner }, { items }] = await Promise.all([call(args.context, 'kernel.get-devices', {}), call(args.context, 'cases.list-usable-certificates', { applicantId: room.view.applicant.id })])
  return { room, lines: owedLines(room), means: { scanner, certificates: items } }
}

/** What is owed: after a notice its defects, all in one go; later what was promised, but not what a pledge stands for. */
function owedLines({ view, guide }: CaseRoom): readonly Line[] {
  const owed = new Set(view.state === 'correctionRequested' ? view.defects.map(({ material }) => material) : view.evidence.filter((one) => one.owed).map(({ requirement }) => requirement))
  return (guide?.materials ?? []).filter(({ material }) => owed.has(material.key)).map((line) => ({ ...line, status: 'REQUIRED', mayFollow: false, mayPledge: false }))
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const form = await request.formData()
  const room = await loadCase(args)
  const lines = owedLines(room)
  const inTheWay = [...missingProblems(notBroughtIn(form, lines)), ...offerProblems(form, lines)]
  const { fileIds, kept, problems } = await uploadFiles(context, form, lines, inTheWay.length === 0)
  const typed = { ...typedIn(form), ...kept }
  if (inTheWay.length > 0 || problems.length > 0) return data({ title: say('problem.title'), problems: [...inTheWay, ...problems], typed }, { status: 422 })
  const { number } = room.view
  const input = { number, expectedVersion: Number(textOf(form, 'version')), materials: offersIn(form, lines, fileIds) }
  const options = { idempotencyKey: textOf(form, 'key') }
  const answer = room.view.state === 'correctionRequested' ? await attempt(context, 'cases.correct-case', input, options) : await attempt(context, 'cases.supply-material', input, options)
  if (answer.ok) return redirect(casePath(number, answer.value.documents[0]?.id), 303)
  const { refusal } = answer
  return data({ title: refusal.title, problems: refusal.fields.map(({ title }) => ({ id: 'owed', text: title })), typed }, { status: statusOf(refusal.kind) })
}

export function meta() {
  return [{ title: say('supply.title') }]
}

export function links() {
  return [caseStyles, deskStyles].map((href) => ({ rel: 'stylesheet', href }))
}

/** What somebody brings after the notice, or as he promised. */
export default function SupplyPage() {
  const { room, lines, means } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const noteOf = (material: string): string => room.view.defects.filter((defect) => defect.material === material).flatMap(({ note }) => note || []).join('；')
  return (
    <>
      <CaseHead {...room} />
      <div className="wrap">
        <div className="room room-desk">
          <div>
            <ApplicantPane {...room} />
            <EvidencePane {...room} />
          </div>
          <form className="desk-form" action={`${room.path}/supply`} method="post" encType="multipart/form-data">
            <input type="hidden" name="key" value={room.formKey} />
            <input type="hidden" name="version" value={room.view.version} />
            <div className="mid">
              {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
              <Pane id="owed" title={say('supply.title')} meta={say('supply.meta', { count: lines.length })}>
                {lines.length === 0 ? <p>{say('supply.none')}</p> : null}
                {lines.map((line) => (
                  <section key={line.material.key} className="chk">
                    <h3>{line.material.name}</h3>
                    {noteOf(line.material.key) ? <Note kind="near">{noteOf(line.material.key)}</Note> : null}
                    <Handover line={line} typed={refused?.typed ?? {}} problems={refused?.problems ?? []} means={means} />
                  </section>
                ))}
              </Pane>
            </div>
            <div>
              <Pane id="conclusion" title={say('conclusion.title')}>
                <div className="stack-s">
                  {lines.length === 0 ? null : (
                    <Button wide shortcut="s">
                      {say('supply.take')}
                    </Button>
                  )}
                  <ButtonLink href={room.path} kind="plain" wide shortcut="b">
                    {say('supply.back')}
                  </ButtonLink>
                </div>
              </Pane>
            </div>
          </form>
        </div>
      </div>
    </>
  )
}
