import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { hydrate: true, crumbs: [{ href: '/gallery', text: '部件一览' }] }

export function meta() {
  return [{ title: '带脚本的部件' }]
}

const limit = 200

/** The pattern of a page that asks for its scripts: the form works without them, they only count along. */
export default function LiveGallery() {
  const [length, setLength] = useState<number>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>带脚本的部件</h1>
      </div>
      <Field id="reason" label="理由" hint={`最多${limit}字`}>
        {(ids) => <TextArea {...ids} name="reason" maxLength={limit} onChange={(event) => setLength(event.currentTarget.value.length)} />}
      </Field>
      <p className="meta" aria-live="polite">
        {length === undefined ? null : `还能写${limit - length}字`}
      </p>
    </div>
  )
}
