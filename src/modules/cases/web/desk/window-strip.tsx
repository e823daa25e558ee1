import { Button } from '#ui/button.tsx'
import { Note } from '#ui/section.tsx'
import type { WindowStrip as Strip } from './load-window.ts'
import { say } from './text.ts'

type Current = NonNullable<Strip['window']['current']>

/** 叫号: the number in hand on the left, who is next in the middle, what may be done on the right. */
export function WindowStrip({ window: { current, waiting, next }, formKey, handedOut, refused }: Strip) {
  return (
    <section className="qstrip no-print" aria-label={say('strip.title')}>
      <form className="wrap" action="/desk/queue" method="post">
        <input type="hidden" name="key" value={formKey} />
        <p className="at">
          {current === null ? (
            <span>{say('strip.nobody')}</span>
          ) : (
            <>
              <b>{current.number}</b>
              <span>{say(`strip.${current.state === 'serving' ? 'serving' : 'called'}`, { minutes: current.waitingMinutes })}</span>
            </>
          )}
        </p>
        <ol aria-label={say('strip.next')}>
          {next.slice(0, 4).map(({ number, kind, waitingMinutes }) => (
            <li key={number}>
              <b>{number}</b> {say(`strip.waits.${kind}`, { minutes: waitingMinutes })}
            </li>
          ))}
          <li>{say('strip.waiting', { count: waiting })}</li>
        </ol>
        <div className="actions">
          <Acts current={current} />
          <Button name="act" value="hand-out:general" kind="plain" shortcut="t">
            {say('strip.hand-out')}
          </Button>
          <Button name="act" value="hand-out:priority" kind="plain" shortcut="y">
            {say('strip.hand-out.priority')}
          </Button>
        </div>
        {handedOut === undefined ? null : <Note kind="accent">{say('strip.handed-out', { number: handedOut })}</Note>}
        {refused === undefined ? null : <Note kind="near">{refused}</Note>}
      </form>
    </section>
  )
}

/** What the clerk may do with the number in hand. `Alt N` is always the way to the next person. */
function Acts({ current }: { readonly current: Current | null }) {
  if (current === null) {
    return (
      <Button name="act" value="call" kind="second" shortcut="n">
        {say('strip.call')}
      </Button>
    )
  }
  if (current.state === 'called') {
    return (
      <>
        <Button name="act" value="start" kind="second" shortcut="n">
          {say('strip.start')}
        </Button>
        <Button name="act" value="miss" kind="plain" shortcut="m">
          {say('strip.miss')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button name="act" value="finish-and-call" kind="second" shortcut="n">
        {say('strip.finish-and-call')}
      </Button>
      <Button name="act" value="finish" kind="plain" shortcut="e">
        {say('strip.finish')}
      </Button>
    </>
  )
}
