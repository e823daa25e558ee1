import { z } from 'zod'
import { Actions, Button } from '#ui/button.tsx'
import { Note } from '#ui/section.tsx'
import { say } from './text.ts'

/** A form that was sent when its writer was no longer signed in: it waits on the sign-in page until he is. */
export interface KeptForm {
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Files cannot be put back into a page; the writer chooses them again. */
  readonly hadFiles: boolean
}

const Kept = z.strictObject({ fields: z.array(z.tuple([z.string(), z.string()])), hadFiles: z.boolean() })

/** The fields of a form that was sent on to the sign-in page. */
export function keptOf(form: FormData): KeptForm {
  const entries = [...form.entries()]
  return {
    fields: entries.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
    hadFiles: entries.some(([, value]) => value instanceof File && value.size > 0),
  }
}

/** What an earlier page of signing in carried along; undefined where there was nothing. */
export function readKept(text: string | undefined): KeptForm | undefined {
  if (text === undefined) return undefined
  try {
    return Kept.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Carries the form through the pages of signing in. */
export function KeptField({ kept }: { readonly kept: KeptForm | undefined }) {
  return kept === undefined ? null : <input type="hidden" name="kept" value={JSON.stringify(kept)} />
}

export function KeptNote({ kept }: { readonly kept: KeptForm | undefined }) {
  return kept === undefined ? null : <Note kind="near">{say(kept.hadFiles ? 'kept.files' : 'kept')}</Note>
}

/** The page after signing in: the form as it was, to be sent where it was going. */
export function SendKept({ kept, back }: { readonly kept: KeptForm; readonly back: string }) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('kept.signed-in')}</h1>
      </div>
      <form action={back} method="post">
        {kept.fields.map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <p>{say(kept.hadFiles ? 'kept.resume.files' : 'kept.resume')}</p>
        <Actions>
          <Button>{say('kept.send')}</Button>
        </Actions>
      </form>
    </div>
  )
}
