import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { SignatureField } from '#ui/signature-field.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { hydrate: true, crumbs: [{ href: '/gallery', text: '部件一览' }] }

export function meta() {
  return [{ title: '带脚本的部件' }]
}

const limit = 200
const doors = { whole: '/api/v1/files', pieces: '/api/v1/uploads' }

/** The parts that do more when a page asks for its scripts. Each form works without them. */
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
      <form className="mt" method="get" action="/gallery/live">
        <SignatureField name="signed" legend="领取人签名" hint="领取证照时签" />
        <div className="mt">
          <UploadField id="files" name="files" label="平面图" hint="PDF或照片，每份不超过20MB" accept="application/pdf,image/*" doors={doors} />
        </div>
      </form>
    </div>
  )
}
