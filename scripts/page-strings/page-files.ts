import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/routes.ts'

export interface PageFile {
  readonly path: string
  readonly frame: 'portal' | 'staff' | 'bare'
  /** The locale files that the page and its parts read, from the folder of the project. */
  readonly reads: ReadonlySet<string>
}

const root = join(import.meta.dirname, '../..')

/** Every page of the program with the locale files that it reads. */
export function pageFiles(folder: string): readonly PageFile[] {
  return routes.flatMap((entry) => pagesUnder(folder, entry))
}

function pagesUnder(folder: string, { file, path, children }: RouteConfigEntry): readonly PageFile[] {
  const frame = file.includes('portal-layout') ? 'portal' : file.includes('staff-layout') ? 'staff' : 'bare'
  if (children === undefined) return [{ path: `/${path ?? ''}`, frame: 'bare', reads: localesOf(folder, sourceOf(file)) }]
  return children.map((child) => ({ path: `/${child.path ?? ''}`, frame, reads: localesOf(folder, sourceOf(child.file)) }))
}

/** The file of a route from the folder of the project: the shell names its pages from `src`, a module names them in full. */
function sourceOf(file: string): string {
  return relative(root, resolve(root, 'src', file))
}

const aliases: readonly (readonly [RegExp, string])[] = [[/^#ui\//, 'src/ui/'], [/^#web\//, 'src/web/'], [/^#modules\//, 'src/modules/'], [/^#kernel\//, 'src/kernel/']]

function localesOf(folder: string, start: string): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const waiting = [normalize(start)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(join(folder, file))) continue
    seen.add(file)
    if (file.endsWith('.json')) found.add(file)
    else for (const imported of importsOf(folder, file)) waiting.push(imported)
  }
  return found
}

/** The files that a file imports when it runs; types are left out. */
function importsOf(folder: string, file: string): readonly string[] {
  const source = readFileSync(join(folder, file), 'utf8')
  return [...source.matchAll(/^(?:import|export) (?!type )[^'\n]*?from '([^']+)'/gm)].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return [normalize(join(dirname(file), name))]
    const alias = aliases.find(([pattern]) => pattern.test(name))
    return alias === undefined ? [] : [name.replace(...alias)]
  })
}
