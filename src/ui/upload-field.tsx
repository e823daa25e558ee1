import { type ChangeEvent, type ReactNode, useEffect, useReducer, useRef } from 'react'
import { Field } from './field.tsx'
import { FileInput } from './inputs.tsx'
import { type FileDoors, sendFile } from './send-file.ts'
import { partText } from './text.ts'
import { afterNews, nextToSend, type Upload } from './upload-list.ts'

interface UploadFieldProps {
  readonly id: string
  /** Files are posted under it by a plain form; the numbers of those that were sent ahead under `<name>.id`. */
  readonly name: string
  readonly label: string
  /** Formats and the largest size. */
  readonly hint: ReactNode
  readonly error?: string | undefined
  readonly accept: string
  /** Where files are sent to ahead of the form. */
  readonly doors: FileDoors
}

/**
 * Files: sent with the form as it is; with the page's scripts each is sent as soon as it is chosen, with its progress, and one that
 * did not arrive is sent again without the others.
 */
export function UploadField({ id, name, label, hint, error, accept, doors }: UploadFieldProps) {
  const [uploads, tell] = useReducer(afterNews, [])
  const files = useRef(new Map<number, File>())
  const sending = nextToSend(uploads)?.key
  useEffect(() => {
    const file = sending === undefined ? undefined : files.current.get(sending)
    if (sending === undefined || file === undefined) return
    tell({ kind: 'progress', key: sending, percent: 0 })
    void sendFile(doors, file, (percent) => tell({ kind: 'progress', key: sending, percent })).then((answer) => tell(answer.ok ? { kind: 'arrived', key: sending, id: answer.id } : { kind: 'failed', key: sending, fault: answer.fault }))
  }, [sending, doors])
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.currentTarget.files ?? [])]
    const firstKey = files.current.size
    chosen.forEach((file, place) => files.current.set(firstKey + place, file))
    event.currentTarget.value = ''
    tell({ kind: 'chosen', names: chosen.map((file) => file.name), firstKey })
  }
  return (
    <>
      <Field id={id} label={label} hint={hint} error={error}>
        {(ids) => <FileInput {...ids} name={name} accept={accept} multiple onChange={choose} />}
      </Field>
      <UploadRows name={name} uploads={uploads} onAgain={(key) => tell({ kind: 'again', key })} onDrop={(key) => tell({ kind: 'dropped', key })} />
    </>
  )
}

interface UploadRowsProps {
  readonly name: string
  readonly uploads: readonly Upload[]
  readonly onAgain?: (key: number) => void
  readonly onDrop?: (key: number) => void
}

/** The files that were chosen, each with how far it is and what may be done about it. */
export function UploadRows({ name, uploads, onAgain, onDrop }: UploadRowsProps) {
  return (
    <ul className="uploads" aria-live="polite">
      {uploads.map((upload) => (
        <li key={upload.key}>
          <b>{upload.name}</b> <UploadState upload={upload} />
          {upload.id === undefined ? null : <input type="hidden" name={`${name}.id`} value={upload.id} />}
          {upload.state === 'failed' && upload.fault === '' ? (
            <button type="button" className="btn-link" onClick={() => onAgain?.(upload.key)}>
              {partText('upload.again')}
            </button>
          ) : null}
          {upload.state === 'sending' ? null : (
            <button type="button" className="btn-link" onClick={() => onDrop?.(upload.key)}>
              {partText('upload.drop')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function UploadState({ upload }: { readonly upload: Upload }) {
  if (upload.state === 'sending') {
    return (
      <>
        <progress value={upload.percent} max={100} aria-label={partText('upload.progress', { name: upload.name })} />
        {upload.resumed ? <span className="meta">{partText('upload.resumed')}</span> : null}
      </>
    )
  }
  if (upload.state === 'failed') return <span className="err">{upload.fault || partText('upload.failed')}</span>
  return <span className="meta">{partText(upload.state === 'done' ? 'upload.done' : 'upload.waiting')}</span>
}
