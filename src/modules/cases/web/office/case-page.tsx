import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { requestContext } from '#web/context.ts'
import { liveHref } from '#web/live-href.ts'
import { liveOf } from '#web/live-part.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { loadWindow } from '#modules/cases/web/desk/load-window.ts'
import { WindowStrip } from '#modules/cases/web/desk/window-strip.tsx'
import { ActionsPane } from './case-actions.tsx'
import caseStyles from './case-room.css?url'
import { CaseHead } from './case-head.tsx'
import { loadCase } from './case-loader.ts'
import { choicesFor } from './command-choices.ts'
import { commandForm } from './command-forms.ts'
import { type Typed, typedIn } from './command-input.ts'
import { ApplicantPane, CalendarPane, DocumentsPane, EvidencePane, FormPane, HistoryPane, OpinionsPane, StandardsPane } from './case-panes.tsx'
import { EvidencePreview, lookedAt } from './evidence-preview.tsx'
import { notePresence } from './presence.ts'
import { PresenceNote } from './presence-note.tsx'
import { documentName, say } from './text.ts'

/** The script tells who else opens the case, and when it changes. */
export const handle: PageHandle = { script: liveHref, embeds: true }

export async function loader(args: LoaderFunctionArgs) {
  const room = await loadCase(args)
  const query = new URL(args.request.url).searchParams
  const refused = query.get('refused')
  const watching = /^\/(?:supervision|hall)/.test(room.path)
  return {
    room,
    /** At the window the way to the next person stands above the case too. */
    strip: room.path.startsWith('/desk') ? await loadWindow(args.context, args.request) : undefined,
    /** Who else has the case open; not asked by those who only watch. */
    presence: watching ? undefined : await notePresence(args.context, room.view.number),
    live: watching ? undefined : await liveOf(args.context, `cases.case~${room.view.number}`),
    /** The version that an open page shows which asks only for what is new. */
    shown: Number(query.get('shown') ?? room.view.version),
    /** The paper that is shown beside the form. */
    looked: lookedAt(room.view, args.request.url),
    choices: room.view.commands.includes('review') ? await choicesFor(args.context, room, 'review') : {},
    /** The document that was just issued, to be printed and handed over. */
    printed: room.view.documents.find(({ id }) => id === query.get('printed')),
    refused: refused === null ? undefined : (args.context.get(requestContext).refusalTitle(refused) ?? refused),
  }
}

/** Another paper is looked at while an opinion is half written: nothing is given, and what was typed stands in its form again. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Typed> {
  actingStaffFirst(context, request)
  return typedIn(commandForm('review').fields, await request.formData())
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  const view = loaderData?.room.view
  return [{ title: view ? say('title.case', { item: view.itemName, tail: view.number.slice(-4) }) : say('title.office') }]
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

/** One case, for desk, office and supervision alike: who may do what is in the commands that the server sends. */
export default function CasePage() {
  const { room, strip, presence, live, shown, looked, choices, printed, refused } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>()
  return (
    <>
      {strip ? <WindowStrip {...strip} /> : null}
      <CaseHead {...room} />
      {presence ? <PresenceNote seen={presence} version={shown} path={room.path} live={live} /> : null}
      <div className="wrap">
        <div className={looked ? 'room room-case room-look' : 'room room-case'}>
          <div>
            <ApplicantPane {...room} />
            <EvidencePane {...room} looks looked={looked?.fileId} />
            <DocumentsPane {...room} />
          </div>
          {looked ? (
            <div className="look">
              <EvidencePreview room={room} looked={looked} />
            </div>
          ) : null}
          <div className="mid">
            {refused ? <Note kind="near">{say('case.refused', { title: refused })}</Note> : null}
            {printed ? (
              <Pane id="printed" title={say('case.printed', { name: documentName(printed.kind) })}>
                <p className="meta">{printed.number}</p>
                <ButtonLink href={`/api/v1/cases/${room.view.number}/documents/${printed.id}`} shortcut="p">
                  {say('case.print')}
                </ButtonLink>
              </Pane>
            ) : null}
            <FormPane {...room} />
            <StandardsPane {...room} />
            <CalendarPane {...room} />
          </div>
          <div>
            <ActionsPane room={room} choices={choices} typed={typed} />
            <OpinionsPane {...room} />
            <HistoryPane {...room} />
          </div>
        </div>
      </div>
    </>
  )
}
