import { categories } from '#modules/grid/index.ts'
import { hotlineCategories } from '#modules/hotline/index.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import type { Attribute, Service } from './schema.ts'

type HotlineKey = keyof typeof words.services

function ofHotline(key: string): Service {
  return { service_code: key, service_name: words.services[key as HotlineKey] ?? key, description: words.hotline, metadata: true, type: 'realtime', keywords: '', group: words.hotline }
}

/** What can be asked for: the classes of the grid, and the categories of the hotline. */
export const services: readonly Service[] = [
  ...categories.map(({ key, name, group, condition }): Service => ({ service_code: key, service_name: name, description: condition, metadata: true, type: 'realtime', keywords: group, group })),
  ...hotlineCategories.map(({ key }) => ofHotline(key)),
]

const byCode = new Map(services.map((service) => [service.service_code, service]))

export function serviceOf(code: string): Service | undefined {
  return byCode.get(code)
}

export function isOfGrid(code: string): boolean {
  return /^[PE]\d{4}$/.test(code)
}

const ofOrders: readonly Attribute[] = [
  { variable: true, code: 'kind', datatype: 'singlevaluelist', required: false, datatype_description: words.kindHint, order: 1, description: words.kind, values: Object.entries(words.kinds).map(([key, name]) => ({ key, name })) },
  { variable: true, code: 'title', datatype: 'string', required: false, datatype_description: words.titleHint, order: 2, description: words.title },
]

/** What more there is to a service: of a class of the grid the condition under which it is filed, which is not answered; of a category of the hotline what it is and its title. */
export function attributesOf({ service_code: code, description }: Service): readonly Attribute[] {
  if (!isOfGrid(code)) return ofOrders
  return [{ variable: false, code: 'condition', datatype: 'text', required: false, datatype_description: '', order: 1, description: `${words.condition}${description}` }]
}
