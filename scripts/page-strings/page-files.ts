import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/routes.ts'

export interface PageFile {
  readonly path: string
  readonly frame: 'portal' | 'staff' | 'bare'
  /** The locale files that the page and its parts read, from the folder of the project. */
  readonly reads: ReadonlySet<string>
  /** The source files that the page and its parts are made of. */
  readonly sources: ReadonlySet<string>
}

const root = join(import.meta.dirname, '../..')

/** Every page of the program, and the frames around them, with the files that they read and are made of. */
export function pageFiles(folder: string): readonly PageFile[] {
  return routes.flatMap((entry) => pagesUnder(folder, entry))
}

function pagesUnder(folder: string, { file, path, children }: RouteConfigEntry): readonly PageFile[] {
  const frame = file.includes('portal-layout') ? 'portal' : file.includes('staff-layout') ? 'staff' : 'bare'
  if (children === undefined) return [{ path: `/${path ?? ''}`, frame: 'bare', ...filesOf(folder, sourceOf(file)) }]
  return [{ file, path: '' }, ...children].map((one) => ({ path: `/${one.path ?? ''}`, frame, ...filesOf(folder, sourceOf(one.file)) }))
}

/** The file of a route from the folder of the project: the shell names its pages from `src`, a module names them in full. */
function sourceOf(file: string): string {
  return relative(root, resolve(root, 'src', file))
}

const aliases: readonly (readonly [RegExp, string])[] = [[/^#ui\//, 'src/ui/'], [/^#web\//, 'src/web/'], [/^#modules\//, 'src/modules/'], [/^#kernel\//, 'src/kernel/']]

function filesOf(folder: string, start: string): Pick<PageFile, 'reads' | 'sources'> {
  const [reads, sources] = [new Set<string>(), new Set<string>()]
  const waiting = [normalize(start)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reads.has(file) || sources.has(file) || !existsSync(join(folder, file))) continue
    if (file.endsWith('.json')) reads.add(file)
    else {
      sources.add(file)
      for (const imported of importsOf(folder, file)) waiting.push(imported)
    }
  }
  return { reads, sources }
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
