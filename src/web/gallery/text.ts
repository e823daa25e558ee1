import { fill } from '#ui/fill.ts'
import strings from '../locales/gallery.zh-CN.json' with { type: 'json' }

export type GalleryTextKey = keyof typeof strings

/** A string of the gallery of parts, its invented contents too; the gallery is Chinese only. */
export function say(key: GalleryTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
