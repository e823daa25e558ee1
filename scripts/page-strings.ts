import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { chineseOnlyPaths } from '#web/language-choice.ts'
import { pageFiles } from './page-strings/page-files.ts'
import { flatten } from './page-strings/flatten.ts'
import { punctuationIn } from './page-strings/punctuation.ts'
import { isSaid, isWord, type SourceWords, wordsIn } from './page-strings/words-in-source.ts'

/** Files, and tables in files, whose keys are no words of the source. */
const keyedOtherwise: ReadonlyMap<string, string> = new Map([
  ['src/modules/catalogue/web/editor/locales/elements.zh-CN.json', 'its keys are the paths of fields of an item'],
  ['src/modules/hotline/web/locales/case-steps.zh-CN.json', 'its keys are the commands of a case'],
  ['src/modules/hotline/locales/categories.zh-CN.json', 'the keys of data/hotline/categories.json'],
  ['src/modules/open311/locales/zh-CN.json services', 'the keys of data/hotline/categories.json'],
  ['src/modules/webhooks/locales/zh-CN.json faults', 'the codes of faults of Node, in small letters'],
  ['src/kernel/locales/zh-CN.json errors', 'the codes of issues of zod'],
])

const root = join(import.meta.dirname, '..')

/**
 * Finds strings that are missing or not used: every step of the way to a text of a Chinese locale file stands in a source file of the
 * same owner; every locale file that a public page reads has an English twin with the same keys and the same places to fill. Of the
 * texts that a module or the kernel keeps for its server, each table that has English at all has it for every key.
 * Pages say 你; 您 is the word of the pages for old people alone. No source of a public page holds Chinese punctuation: what joins
 * its texts is of the language (`joined` of `#ui/text.ts`).
 * (That no page asks for a key that is missing in Chinese is shown by the types.)
 */
export function stringFaults(folder: string = root): readonly string[] {
  const everyWord = knownWords(wordsUnder(join(folder, 'src')))
  const words = new Map<string, SourceWords>()
  const files = globSync('src/**/{*.,}zh-CN.json', { cwd: folder }).toSorted()
  const pages = pageFiles(folder).filter(({ frame, path }) => frame === 'portal' && !chineseOnlyPaths.test(path))
  const [read, sources] = [new Set(pages.flatMap(({ reads }) => [...reads])), new Set(pages.flatMap(({ sources }) => [...sources]))]
  return [
    ...files.flatMap((file) => unusedKeys(folder, file, { everyWord, words })),
    ...files.flatMap((file) => twinFaults(folder, file, read.has(file))),
    ...files.filter(isOfPages).flatMap((file) => tooPolite(folder, file)),
    ...[...sources].toSorted().flatMap((file) => punctuationIn(join(folder, file)).map((text) => `${file}: "${text}" is punctuation of one language: join with the words of a locale file`)),
  ]
}

interface Known {
  readonly everyWord: ReadonlySet<string>
  readonly words: Map<string, SourceWords>
}

/**
 * Keys that no source names, neither as they are nor by a template that words could fill up to them. What pages say is named by their
 * owner; the tables of the server, and what stands inside a table, are read by whoever is handed them.
 */
function unusedKeys(folder: string, file: string, { everyWord, words }: Known): readonly string[] {
  const ofPages = isOfPages(file)
  const owner = /^src\/modules\/[^/]+/.exec(file)?.[0] ?? 'src'
  const own = words.get(owner) ?? wordsUnder(join(folder, owner))
  words.set(owner, own)
  const isUsed = (way: readonly string[], key: string): boolean => isSaid(key, own, everyWord) || (!(ofPages && way.length === 1) && isWord(key, everyWord))
  const isExempt = (way: readonly string[]): boolean => keyedOtherwise.has(file) || (way.length > 1 && keyedOtherwise.has(`${file} ${way[0]}`))
  return stepsOf(readJson(folder, file)).flatMap((way) => (isExempt(way) || isUsed(way, way.at(-1) ?? '') ? [] : [`${file}: nothing says "${way.join(' → ')}"`]))
}

/** The ways to all keys of a locale file, from table to table; a list is no step of its own. */
function stepsOf(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap((inner) => stepsOf(inner, above))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[...above, key], ...stepsOf(inner, [...above, key])])
}

function knownWords({ literals, names }: SourceWords): ReadonlySet<string> {
  return literals.union(names)
}

function wordsUnder(folder: string): SourceWords {
  return wordsIn(globSync('**/*.{ts,tsx}', { cwd: folder, exclude: (path) => path.includes('.test.') }).map((path) => join(folder, path)))
}

/** Whether the texts of a file are those of pages, and not of the server. */
function isOfPages(file: string): boolean {
  return /^src\/(?:ui|web|modules\/[^/]+\/web)\//.test(file)
}

/** Two words for the reader on one page read like two writers; the texts of the 关怀版 are marked in their keys. */
function tooPolite(folder: string, file: string): readonly string[] {
  return [...flatten(readJson(folder, file))].flatMap(([key, text]) => (text.includes('您') && !key.split('.').includes('elder') ? [`${file}: "${key}" says 您`] : []))
}

function twinFaults(folder: string, file: string, isPublic: boolean): readonly string[] {
  const twin = file.replace(/zh-CN\.json$/, 'en.json')
  if (!existsSync(join(folder, twin))) return isPublic ? [`${file}: a public page reads it and it has no ${twin.slice(dirname(twin).length + 1)}`] : []
  const [texts, spoken] = [readJson(folder, file), readJson(folder, twin)]
  const isOwed = (table: string): boolean => isOfPages(file) || Array.isArray(texts) || table in spoken
  const chinese = flatten(Object.fromEntries(Object.entries(texts).filter(([table]) => isOwed(table))))
  const english = flatten(spoken)
  const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place)
  return [
    ...[...chinese].filter(([key, text]) => !english.has(key) && /\p{Script=Han}/u.test(text)).map(([key]) => `${twin}: "${key}" is missing`),
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
  console.log(faults.length === 0 ? 'every string is said, and in English where the public reads it' : `${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
