import type { ComponentPropsWithoutRef, ReactNode } from 'react'

/** first: the one way on. second: another good way. plain: neither. over: what cannot be undone. */
export type ButtonKind = 'first' | 'second' | 'plain' | 'over'

interface Look {
  readonly kind?: ButtonKind | undefined
  readonly wide?: boolean | undefined
  /** The letter of the access key, shown behind the words as `Alt X`. */
  readonly shortcut?: string | undefined
  readonly children: ReactNode
}

type ButtonProps = Look &
  Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'disabled' | 'accessKey'> & {
    /** The id of the text beside the button that says why it cannot be used now. A button is never disabled without one. */
    readonly blockedBy?: string | undefined
  }

export function Button({ kind, wide, shortcut, blockedBy, children, ...rest }: ButtonProps) {
  const blocked = blockedBy === undefined ? {} : { disabled: true, 'aria-describedby': blockedBy }
  return (
    <button className={buttonClass(kind, wide)} accessKey={shortcut} {...blocked} {...rest}>
      {children}
      <Shortcut letter={shortcut} />
    </button>
  )
}

type ButtonLinkProps = Look & Omit<ComponentPropsWithoutRef<'a'>, 'className' | 'accessKey'> & { readonly href: string }

/** Looks like a button, goes somewhere, changes nothing. */
export function ButtonLink({ kind, wide, shortcut, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={buttonClass(kind, wide)} accessKey={shortcut} {...rest}>
      {children}
      <Shortcut letter={shortcut} />
    </a>
  )
}

/** Buttons side by side. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions mt">{children}</div>
}

function Shortcut({ letter }: { readonly letter: string | undefined }) {
  return letter ? <kbd>Alt {letter.toUpperCase()}</kbd> : null
}

const classOfKind: Readonly<Record<ButtonKind, string>> = { first: 'btn', second: 'btn btn-2', plain: 'btn btn-plain', over: 'btn btn-over' }

function buttonClass(kind: ButtonKind = 'first', wide = false): string {
  return wide ? `${classOfKind[kind]} btn-wide` : classOfKind[kind]
}
