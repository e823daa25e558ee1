import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import { optionsOf, say, wordOf } from '../text.ts'
import type { UnitChoice } from '../unit-names.ts'

type Call = OutputOf<'hotline.get-call'>['call']

interface CallPaneProps {
  readonly call: Call
  readonly history: OutputOf<'hotline.get-call'>['history']
  readonly units: { readonly names: Readonly<Record<string, string>>; readonly choices: readonly UnitChoice[] }
  readonly requestKey: string
}

const plainActs = ['hold', 'resume', 'hang-up'] as const

/** The call on the line: who, since when, what may be done with it, and what the same caller wanted before. */
export function CallPane({ call, history, units, requestKey }: CallPaneProps) {
  const may = (act: string): boolean => call.acts.includes(act)
  return (
    <Pane id="call" title={say('call.title', { line: wordOf('lines', call.line) })} meta={wordOf('callStates', call.state)}>
      <FactsList
        facts={[
          { term: say('caller.calling'), value: call.callingNumber ?? say('caller.none'), code: true },
          { term: say('caller.name'), value: call.callerName ?? say('caller.none') },
          { term: say('call.since'), value: instantWords(call.answeredAt ?? call.rangAt) },
          ...(call.transferUnitId === null ? [] : [{ term: say('call.transferred'), value: say(call.connected ? 'call.connected' : 'call.missed', { unit: units.names[call.transferUnitId] ?? '' }) }]),
          ...(call.orderNumber === null ? [] : [{ term: say('filed.number'), value: <a href={`/hotline/orders/${call.orderNumber}`}>{call.orderNumber}</a> }]),
        ]}
      />
      <div className="actions mt">
        {plainActs.filter(may).map((act) => (
          <ActForm key={act} act={act} id={call.id} requestKey={requestKey} />
        ))}
      </div>
      {may('transfer') ? (
        <form className="mt" action="/hotline" method="post">
          <input type="hidden" name="id" value={call.id} />
          <input type="hidden" name="key" value={`through-${requestKey}`} />
          <Field id="unitId" label={say('call.to')}>
            {(ids) => <Select {...ids} name="unitId" options={units.choices} />}
          </Field>
          <div className="actions mt">
            <Button kind="second" name="act" value="transfer">
              {wordOf('callActs', 'transfer')}
            </Button>
            <Button kind="second" name="act" value="join">
              {wordOf('callActs', 'join')}
            </Button>
          </div>
        </form>
      ) : null}
      {call.connected && call.satisfied === null ? (
        <form action="/hotline" method="post">
          <input type="hidden" name="act" value="rate" />
          <input type="hidden" name="id" value={call.id} />
          <p>{say('call.rate')}</p>
          <div className="actions">
            <Button kind="second" name="satisfied" value="true">
              {say('yes.satisfied')}
            </Button>
            <Button kind="second" name="satisfied" value="false">
              {say('no.satisfied')}
            </Button>
          </div>
        </form>
      ) : null}
      <h3 className="mt">{say('caller.history', { count: history.length })}</h3>
      <ul>
        {history.map((order) => (
          <li key={order.number}>
            <a href={`/hotline/orders/${order.number}`}>{order.title ?? order.number}</a> <span className="meta">{say('caller.history.line', { kind: wordOf('kinds', order.kind), state: wordOf('states', order.state), when: instantWords(order.openedAt) })}</span>
          </li>
        ))}
      </ul>
    </Pane>
  )
}

function ActForm({ act, id, requestKey }: { readonly act: string; readonly id: string; readonly requestKey: string }) {
  return (
    <form action="/hotline" method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={`${act}-${id}-${requestKey}`} />
      <Button kind={act === 'answer' ? 'first' : act === 'hang-up' ? 'over' : 'second'}>{wordOf('callActs', act)}</Button>
    </form>
  )
}

interface RingingPaneProps {
  readonly ringing: readonly Call[]
  /** On the line at other seats: for whoever looks at them all. */
  readonly onLine: readonly Call[]
  readonly ended: readonly Call[]
  readonly refused: string | undefined
  readonly requestKey: string
}

/** What rings and what was hung up. Without scripts the page is asked for again. */
export function RingingPane({ ringing, onLine, ended, refused, requestKey }: RingingPaneProps) {
  return (
    <Pane id="ringing" title={say('ringing', { count: ringing.length })} beside={<a href="/hotline">{say('ringing.again')}</a>}>
      {refused === undefined ? null : <Note kind="stop">{refused}</Note>}
      {ringing.length === 0 ? <p className="meta">{say('ringing.none')}</p> : null}
      {ringing.map((call) => (
        <div key={call.id} className="row">
          <p className="grow">{say('ringing.line', { line: wordOf('lines', call.line), number: call.callingNumber ?? say('caller.none'), when: instantWords(call.rangAt) })}</p>
          {call.acts.includes('answer') ? <ActForm act="answer" id={call.id} requestKey={requestKey} /> : null}
        </div>
      ))}
      {onLine.map((call) => (
        <p key={call.id}>
          {say('online.line', { line: wordOf('lines', call.line), state: wordOf('callStates', call.state), when: instantWords(call.answeredAt ?? call.rangAt) })} {call.orderNumber === null ? null : <a href={`/hotline/orders/${call.orderNumber}`}>{call.orderNumber}</a>}
        </p>
      ))}
      {ended.map((call) => (
        <p key={call.id} className="meta">
          {call.answeredAt === null ? say('lost.line', { line: wordOf('lines', call.line), when: instantWords(call.endedAt ?? call.rangAt) }) : say('ended.line', { line: wordOf('lines', call.line), when: instantWords(call.endedAt ?? call.rangAt), recording: call.recording === null ? say('category.none') : call.recording.slice(-8) })}
        </p>
      ))}
    </Pane>
  )
}

/** In a demo: lets somebody call. */
export function SimulatorPane({ requestKey }: { readonly requestKey: string }) {
  return (
    <Pane id="simulate" title={say('simulate')}>
      <form action="/hotline" method="post">
        <input type="hidden" name="act" value="simulate" />
        <input type="hidden" name="key" value={`ring-${requestKey}`} />
        <Field id="line" label={say('simulate.line')}>
          {(ids) => <Select {...ids} name="line" options={optionsOf('lines')} />}
        </Field>
        <Field id="callingNumber" label={say('caller.calling')}>
          {(ids) => <TextInput {...ids} name="callingNumber" width={16} defaultValue="13800009001" />}
        </Field>
        <Actions>
          <Button kind="second">{say('simulate.ring')}</Button>
        </Actions>
      </form>
    </Pane>
  )
}
