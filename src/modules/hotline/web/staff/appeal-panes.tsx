import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/inputs.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { ClockBadge, Tag } from '#ui/tag.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { dueWords } from '../due-words.ts'
import { categoryName, optionsOf, say, wordOf } from '../text.ts'

type Order = OutputOf<'hotline.get-order'>
type Units = Readonly<Record<string, string>>

/** What is asked, about which place, by when it is due. */
export function AppealPane({ order, units }: { readonly order: Order; readonly units: Units }) {
  const { appeal } = order
  return (
    <Pane
      id="appeal"
      title={appeal.title ?? say('order.secret-title')}
      meta={wordOf('states', order.state)}
      beside={
        <>
          {order.emergency ? <Tag kind="over">{say('tag.emergency')}</Tag> : null} {order.secret ? <Tag kind="stop">{say('tag.secret')}</Tag> : null} {order.designated ? <Tag kind="need">{say('tag.designated')}</Tag> : null}
        </>
      }
    >
      {order.secret && order.reach !== 'office' ? <Note kind="stop">{say('order.secret')}</Note> : null}
      <p>{appeal.content ?? say('order.no-text')}</p>
      {appeal.brief === null ? null : <Note>{say('order.brief', { text: appeal.brief })}</Note>}
      <FactsList
        facts={[
          { term: say('column.kind'), value: wordOf('kinds', order.kind) },
          { term: say('column.category'), value: categoryName(order.category) },
          ...(appeal.place === null ? [] : [{ term: say('file.place'), value: appeal.place }]),
          ...(order.leadUnitId === null || order.state === 'registered' ? [] : [{ term: say('field.main'), value: units[order.leadUnitId] ?? '' }]),
          ...order.assistants.map(({ unitId, replied }) => ({ term: say('order.assistant'), value: say(replied ? 'assistant.replied' : 'assistant.owing', { unit: units[unitId] ?? '' }) })),
          ...dutyFacts(order),
          ...(order.concernedUnitId === null ? [] : [{ term: say('order.concerned'), value: units[order.concernedUnitId] ?? '' }]),
          { term: say('column.opened'), value: instantWords(order.openedAt) },
          ...letterFacts(order),
          ...(order.upper === null ? [] : [{ term: say('upper'), value: say('upper.of', { source: wordOf('upperSources', order.upper.source), number: order.upper.number }) }]),
        ]}
      />
      {(order.letter?.fileIds ?? []).map((fileId, place) => (
        <p key={fileId}>
          <a href={`/api/v1/hotline/orders/${order.number}/files/${fileId}`}>{say('letter.scan', { place: place + 1 })}</a>
        </p>
      ))}
      {order.clocks.map(({ name, dueAt, provisional, overdue }) => (
        <p key={name}>
          <ClockBadge state={overdue ? 'over' : 'run'}>{say(overdue ? 'clock.over' : 'clock.until', { clock: wordOf('clocks', name), when: dueWords(dueAt, provisional) })}</ClockBadge>
        </p>
      ))}
      {order.suggestion === null ? null : (
        <p className="meta">
          {say('order.suggested', { categories: [...order.suggestion.classes.slice(0, 1), ...order.suggestion.categories].map(({ label, share }) => `${categoryName(label)} ${Math.round(share * 100)}%`).join('、') || say('category.none'), units: order.suggestion.units.map(({ label, share }) => `${units[label] ?? label} ${Math.round(share * 100)}%`).join('、') || say('category.none') })}
        </p>
      )}
    </Pane>
  )
}

/** Who answers for it to the caller (首问负责). What nobody has taken in hand yet is open to the hotline alone. */
function dutyFacts({ firstContact, reach, state, closedAt }: Order): readonly { readonly term: string; readonly value: string }[] {
  const term = say('order.duty')
  if (firstContact === null) return reach === 'office' && closedAt === null ? [{ term, value: say(state === 'registered' ? 'duty.none' : 'duty.vacant') }] : []
  const { name, own, takenBy } = firstContact
  const value = own ? say('duty.own', { name }) : name
  return [{ term, value: takenBy === null ? value : say('duty.passed', { value, from: takenBy }) }]
}

/** When the letter was written and was there. */
function letterFacts({ letter }: Order): readonly { readonly term: string; readonly value: string }[] {
  if (letter === null) return []
  const written = letter.writtenOn === null ? [] : [{ term: say('intake.written'), value: longDayWords(letter.writtenOn) }]
  return [...written, { term: say('intake.arrived'), value: longDayWords(letter.arrivedOn) }]
}

interface CallerPaneProps {
  readonly order: Order
  readonly read: OutputOf<'hotline.read-caller'> | undefined
  readonly refused: string | undefined
}

/** Who called, masked; the whole number for a purpose, which is recorded. */
export function CallerPane({ order, read, refused }: CallerPaneProps) {
  const { caller } = order
  return (
    <Pane id="caller" title={say('caller')}>
      {caller === null ? <p>{say('caller.secret')}</p> : null}
      {refused === undefined ? null : <Note kind="stop">{refused}</Note>}
      {caller === null ? null : (
        <FactsList
          facts={[
            { term: say('caller.name'), value: read?.name ?? caller.name ?? say('caller.none') },
            { term: say('file.phone'), value: read?.phone ?? caller.phone ?? say('caller.none'), code: true },
            ...(caller.callingNumber === null ? [] : [{ term: say('caller.calling'), value: read?.callingNumber ?? caller.callingNumber, code: true }]),
            { term: say('caller.channel'), value: wordOf('channels', order.channel) },
          ]}
        />
      )}
      {caller === null || read !== undefined || !(order.reach === 'office' || order.reach === 'main' || order.reach === 'assistant') ? null : (
        <form action={`/hotline/orders/${order.number}`} method="post">
          <input type="hidden" name="command" value="read-caller" />
          <Field id="purpose" label={say('caller.purpose')} hint={say('caller.purpose.hint')}>
            {(ids) => <Select {...ids} name="purpose" options={optionsOf('purposes')} />}
          </Field>
          <Actions>
            <Button kind="second">{say('caller.read')}</Button>
          </Actions>
        </form>
      )}
      {order.history.length === 0 ? null : (
        <>
          <h3 className="mt">{say('caller.history', { count: order.history.length })}</h3>
          <ul>
            {order.history.map((earlier) => (
              <li key={earlier.number}>
                <a href={`/hotline/orders/${earlier.number}`}>{earlier.title ?? earlier.number}</a> <span className="meta">{say('caller.history.line', { kind: wordOf('kinds', earlier.kind), state: wordOf('states', earlier.state), when: instantWords(earlier.openedAt) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Pane>
  )
}
