import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import { demoOnly } from '../gallery/demo-only.ts'
import { say } from '../gallery/text.ts'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { hydrate: true, crumbs: [{ href: '/gallery', text: say('parts') }] }

export const loader = demoOnly

export function meta() {
  return [{ title: say('parts.live') }]
}

const limit = 200
const doors = { whole: '/api/v1/files', pieces: '/api/v1/uploads' }

/** The parts that do more when a page asks for its scripts. Each form works without them. */
export default function LiveGallery() {
  const [length, setLength] = useState<number>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('parts.live')}</h1>
      </div>
      <Field id="reason" label={say('live.reason')} hint={say('live.reason.hint', { limit })}>
        {(ids) => <TextArea {...ids} name="reason" maxLength={limit} onChange={(event) => setLength(event.currentTarget.value.length)} />}
      </Field>
      <p className="meta" aria-live="polite">
        {length === undefined ? null : say('live.reason.left', { left: limit - length })}
      </p>
      <form className="mt" method="get" action="/gallery/live">
        <UploadField id="files" name="files" label={say('live.plan')} hint={say('live.plan.hint')} accept="application/pdf,image/*" doors={doors} />
      </form>
    </div>
  )
}
