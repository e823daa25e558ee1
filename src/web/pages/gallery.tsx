import { FormSamples } from '../gallery/forms.tsx'
import { ListSamples } from '../gallery/lists.tsx'
import { MatterSamples } from '../gallery/matter.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { crumbs: [{ href: '/gallery/staff', text: '工作人员用的部件' }, { href: '/gallery/inputs', text: '一来一回的部件' }, { href: '/gallery/live', text: '带脚本的部件' }] }

export function meta() {
  return [{ title: '部件一览' }]
}

/** Every part of the design system in every state, for those who build pages. Contents are invented. */
export default function Gallery() {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>部件一览</h1>
        <p className="meta">给写页面的人看。内容都是编的。</p>
      </div>
      <FormSamples />
      <MatterSamples />
      <ListSamples />
    </div>
  )
}
