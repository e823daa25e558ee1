import { type PointerEvent, type ReactNode, useEffect, useState } from 'react'
import { Field, FieldGroup } from './field.tsx'
import { TextInput } from './inputs.tsx'
import { type Point, SIGNATURE, signaturePath } from './signature-strokes.ts'
import { partText } from './text.ts'

interface SignatureFieldProps {
  /** The typed name is posted under it, the drawing under `<name>.drawing`. */
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly defaultName?: string | undefined
}

/** A signature: the name typed by hand always, and where the page has its scripts a field to draw it with finger, pen or mouse. */
export function SignatureField({ name, legend, hint, error, defaultName }: SignatureFieldProps) {
  return (
    <FieldGroup id={name} legend={legend} hint={hint} error={error}>
      <Field id={`${name}-name`} label={partText('signature.name')}>
        {(ids) => <TextInput {...ids} name={name} defaultValue={defaultName} autoComplete="name" width={16} />}
      </Field>
      <SignaturePad name={`${name}.drawing`} />
    </FieldGroup>
  )
}

function SignaturePad({ name }: { readonly name: string }) {
  const [isLive, setLive] = useState(false)
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([])
  useEffect(() => setLive(true), [])
  if (!isLive) return null
  const path = signaturePath(strokes)
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setStrokes([...strokes, [pointOf(event)]])
  }
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setStrokes([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), pointOf(event)]])
  }
  return (
    <div className="mt">
      <p className="hint">{partText('signature.hint')}</p>
      <SignatureDrawing path={path} onPointerDown={begin} onPointerMove={draw} />
      <input type="hidden" name={name} value={path} />
      <button type="button" className="btn-link" onClick={() => setStrokes([])}>
        {partText('signature.clear')}
      </button>
    </div>
  )
}

interface SignatureDrawingProps {
  /** What `signaturePath` makes; empty before the first stroke. */
  readonly path: string
  readonly onPointerDown?: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerMove?: (event: PointerEvent<SVGSVGElement>) => void
}

/** The box with what is signed in it so far, above its line. */
export function SignatureDrawing({ path, onPointerDown, onPointerMove }: SignatureDrawingProps) {
  return (
    <svg className="signature" viewBox={`0 0 ${SIGNATURE.width} ${SIGNATURE.height}`} role="img" aria-label={partText(path === '' ? 'signature.empty' : 'signature.drawn')} onPointerDown={onPointerDown} onPointerMove={onPointerMove}>
      <path d={`M40 ${SIGNATURE.height - 40}H${SIGNATURE.width - 40}`} className="signature-line" />
      <path d={path} />
    </svg>
  )
}

/** Where the pointer is, in the units of the drawing. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const box = currentTarget.getBoundingClientRect()
  return { x: ((clientX - box.left) / box.width) * SIGNATURE.width, y: ((clientY - box.top) / box.height) * SIGNATURE.height }
}
