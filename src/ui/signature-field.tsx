import type { ReactNode } from 'react'
import { Field, FieldGroup } from './field.tsx'
import { TextInput } from './inputs.tsx'
import { SIGNATURE } from './signature-strokes.ts'
import { partText } from './text.ts'

interface SignatureFieldProps {
  /** The typed name is posted under it, the drawing under `<name>.drawing`. */
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly defaultName?: string | undefined
  /** What was drawn, when the form comes back. */
  readonly drawn?: string | undefined
  /** What signs in the place of the drawing, behind it. */
  readonly children?: ReactNode
}

/** A signature: the name typed by hand always, and on a page whose script calls `followSignatures` a field to draw it with finger, pen or mouse. */
export function SignatureField({ name, legend, hint, error, defaultName, drawn, children }: SignatureFieldProps) {
  return (
    <FieldGroup id={name} legend={legend} hint={hint} error={error}>
      <Field id={`${name}-name`} label={partText('signature.name')}>
        {(ids) => <TextInput {...ids} name={name} defaultValue={defaultName} autoComplete="name" width={16} />}
      </Field>
      <div
        className="signature-pad mt"
        hidden
        data-name={`${name}.drawing`}
        data-drawn={drawn}
        data-hint={partText('signature.hint')}
        data-empty={partText('signature.empty')}
        data-signed={partText('signature.drawn')}
        data-clear={partText('signature.clear')}
      />
      {children}
    </FieldGroup>
  )
}

/** The box with what was signed in it, above its line; `path` is what `signaturePath` makes. */
export function SignatureDrawing({ path }: { readonly path: string }) {
  return (
    <svg className="signature" viewBox={`0 0 ${SIGNATURE.width} ${SIGNATURE.height}`} role="img" aria-label={partText(path === '' ? 'signature.empty' : 'signature.drawn')}>
      <path d={`M40 ${SIGNATURE.height - 40}H${SIGNATURE.width - 40}`} className="signature-line" />
      <path d={path} />
    </svg>
  )
}
