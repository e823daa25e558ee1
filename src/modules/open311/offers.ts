import { categories } from '#modules/grid/index.ts'
import { hotlineCategories } from '#modules/hotline/index.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import type { Service } from './schema.ts'

type HotlineKey = keyof typeof words.services

function ofHotline(key: string): Service {
  return { service_code: key, service_name: words.services[key as HotlineKey] ?? key, description: words.hotline, metadata: false, type: 'realtime', keywords: '', group: words.hotline }
}

/** What can be asked for: the classes of the grid, which take requests here, and the categories of the hotline, which are taken by the hotline. */
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
