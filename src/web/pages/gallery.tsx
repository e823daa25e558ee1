import { demoOnly } from '../gallery/demo-only.ts'
import { FormSamples } from '../gallery/forms.tsx'
import { ListSamples } from '../gallery/lists.tsx'
import { MatterSamples } from '../gallery/matter.tsx'
import { say } from '../gallery/text.ts'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { crumbs: [{ href: '/gallery/staff', text: say('parts.staff') }, { href: '/gallery/inputs', text: say('parts.inputs') }, { href: '/gallery/live', text: say('parts.live') }] }

export const loader = demoOnly

export function meta() {
  return [{ title: say('parts') }]
}

/** Every part of the design system in every state, for those who build pages. Contents are invented. */
export default function Gallery() {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('parts')}</h1>
        <p className="meta">{say('parts.lead')}</p>
      </div>
      <FormSamples />
      <MatterSamples />
      <ListSamples />
    </div>
  )
}
