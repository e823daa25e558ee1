import type { ReactNode } from 'react'
import { partText } from './text.ts'

interface PopoverNoteProps {
  readonly id: string
  /** The words that open it. */
  readonly opener: string
  readonly title: string
  readonly children: ReactNode
}

/**
 * An explanation above the page in the browser's own dialog, opened and closed by the browser without a script. It never asks for a
 * decision: what is final has a page of its own (`DialogPage`), with an address and a way back.
 */
export function PopoverNote({ id, opener, title, children }: PopoverNoteProps) {
  return (
    <>
      <button type="button" className="btn-link popover-opener" popoverTarget={id}>
        {opener}
      </button>
      <dialog id={id} popover="auto" className="popover" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <div className="actions mt">
          <button type="button" className="btn btn-plain" popoverTarget={id} popoverTargetAction="hide">
            {partText('popover.close')}
          </button>
        </div>
      </dialog>
    </>
  )
}
