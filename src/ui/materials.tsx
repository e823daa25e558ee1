import type { ReactNode } from 'react'
import type { LinkTo } from './link-to.ts'
import { Tag, type TagKind } from './tag.tsx'

export interface Material {
  readonly name: string
  readonly text?: ReactNode
  readonly links?: readonly LinkTo[] | undefined
  /** Who brings it: 要准备, 免提交, 可容缺 … as words with the kind of their frame. */
  readonly tag: { readonly kind: TagKind; readonly text: string }
}

/** The numbered list of materials. What the office already holds stands in it too, marked as not to be brought. */
export function MaterialsList({ materials }: { readonly materials: readonly Material[] }) {
  return (
    <ol className="mats">
      {materials.map((material) => (
        <li key={material.name}>
          <div>
            <h3>{material.name}</h3>
            {material.text ? <p>{material.text}</p> : null}
            {material.links && material.links.length > 0 ? (
              <p>
                {material.links.map((link) => (
                  <a key={link.href} href={link.href}>
                    {link.text}
                  </a>
                ))}
              </p>
            ) : null}
          </div>
          <Tag kind={material.tag.kind}>{material.tag.text}</Tag>
        </li>
      ))}
    </ol>
  )
}
