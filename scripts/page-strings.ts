import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { chineseOnlyPaths } from '#web/language-choice.ts'
import { type PageFile, pageFiles } from './page-strings/page-files.ts'
import { flatten } from './page-strings/flatten.ts'
import { isUsed, type SourceWords, wordsIn } from './page-strings/words-in-source.ts'

/** Files whose keys are computed from something else than words of the source. */
const keyedOtherwise: ReadonlyMap<string, string> = new Map([
  ['src/modules/catalogue/web/editor/locales/elements.zh-CN.json', 'its keys are the paths of fields of an item'],
  ['src/modules/hotline/web/locales/case-steps.zh-CN.json', 'its keys are the commands of a case'],
])

const root = join(import.meta.dirname, '..')

/**
 * Finds strings of pages that are missing or not used: every key of a Chinese locale file of pages stands in a source file of the
 * same owner; every locale file that a public page reads has an English twin with the same keys and the same places to fill.
 * (That no page asks for a key that is missing in Chinese is shown by the types.)
 */
export function stringFaults(folder: string = root): readonly string[] {
  const files = globSync('src/{ui,web,modules/*/web}/**/{*.,}zh-CN.json', { cwd: folder }).toSorted()
  const words = new Map<string, SourceWords>()
  return files.flatMap((file) => [...unusedKeys(folder, file, words), ...twinFaults(folder, file)])
}

/** Keys that no source of the owner names, neither as they are nor by a template that could become them. */
function unusedKeys(folder: string, file: string, known: Map<string, SourceWords>): readonly string[] {
  const strings = readJson(folder, file)
  if (keyedOtherwise.has(file) || Object.values(strings).some((value) => typeof value !== 'string')) return []
  const owner = /^src\/modules\/[^/]+/.exec(file)?.[0] ?? 'src'
  const place = join(folder, owner)
  const words = known.get(place) ?? wordsUnder(place)
  known.set(place, words)
  return Object.keys(strings).flatMap((key) => (isUsed(key, words) ? [] : [`${file}: nothing says "${key}"`]))
}

function wordsUnder(folder: string): SourceWords {
  return wordsIn(globSync('**/*.{ts,tsx}', { cwd: folder, exclude: (path) => path.includes('.test.') }).map((path) => join(folder, path)))
}

function twinFaults(folder: string, file: string): readonly string[] {
  const twin = file.replace(/zh-CN\.json$/, 'en.json')
  const isPublic = pageFiles(folder).some((page: PageFile) => page.frame === 'portal' && !chineseOnlyPaths.test(page.path) && page.reads.has(file))
  if (!existsSync(join(folder, twin))) return isPublic ? [`${file}: a public page reads it and it has no ${twin.slice(dirname(twin).length + 1)}`] : []
  const chinese = flatten(readJson(folder, file))
  const english = flatten(readJson(folder, twin))
  const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place)
  return [
    ...[...chinese.keys()].filter((key) => !english.has(key)).map((key) => `${twin}: "${key}" is missing`),
    ...[...english.keys()].filter((key) => !chinese.has(key)).map((key) => `${twin}: "${key}" is not in the Chinese file`),
    ...[...chinese].flatMap(([key, text]) => {
      const said = english.get(key)
      const fills = said === undefined || places(said).every((place) => places(text).includes(place) || place === '{monthName}')
      return fills ? [] : [`${twin}: "${key}" fills ${places(said ?? '').join()}, in Chinese ${places(text).join()}`]
    }),
  ]
}

function readJson(folder: string, file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>
}

if (import.meta.main) {
  const faults = stringFaults()
  for (const fault of faults) console.log(fault)
  console.log(faults.length === 0 ? 'every string of the pages is said, and in English where the public reads it' : `${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
