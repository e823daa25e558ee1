import type { ItemVersion } from '#modules/catalogue/index.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import { type PowerText, PowerType } from './schema.ts'

const longest = 2000

/** The entry that the catalogue's knowledge of an item amounts to; undefined for a public service, which is no power. */
export function powerOf({ name, itemType, legalBasis, route, implementCode }: Pick<ItemVersion, 'name' | 'itemType' | 'legalBasis' | 'route' | 'implementCode'>): PowerText | undefined {
  const type = PowerType.safeParse(itemType)
  if (!type.success) return undefined
  const basis = legalBasis.map(({ law, article }) => (article === null ? words.drawn.law : words.drawn.article).replace('{law}', law).replace('{article}', article ?? ''))
  const steps = [...new Set(route.steps.toSorted((one, other) => one.order - other.order).map((step) => step.name))]
  return {
    name: name.slice(0, 200),
    type: type.data,
    basis: [...new Set(basis)].join('；').slice(0, longest),
    duties: [...steps.map((step) => `${step}${words.drawn.duty}`), words.drawn.supervision].join('；'),
    accountability: words.drawn.accountability,
    implementCode,
  }
}
