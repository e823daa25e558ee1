import labels from './locales/elements.zh-CN.json' with { type: 'json' }
import type { Path } from './shape.ts'

const known: Readonly<Record<string, string>> = labels

/** The name of an element in Chinese; places in lists are left out of its path. Undefined for what has no name. */
export function labelOf(path: Path): string | undefined {
  return found(path, '')
}

/** The sentence under the label, where there is one. */
export function hintOf(path: Path): string | undefined {
  return found(path, '.hint')
}

function found(path: Path, ending: string): string | undefined {
  const names = path.filter((step) => !/^\d+$/.test(step))
  return known[names.join('.') + ending] ?? known[`*.${names.at(-1) ?? ''}${ending}`]
}
