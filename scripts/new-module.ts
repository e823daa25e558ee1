// Writes the skeleton of a module with a failing test that says what comes next.
//   npm run new-module -- NAME
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const TEMPLATES = join(import.meta.dirname, 'templates', 'module')
const BANNED_WORDS = /(^|-)(utils?|helpers?|common|misc|managers?|services?|data|info|base)(-|$)/

/** Writes `src/modules/<name>` under `root` and returns its files, relative to `root`. Throws for a bad or a taken name. */
export function writeModule(root: string, name: string): readonly string[] {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`"${name}" is not a kebab-case name`)
  if (BANNED_WORDS.test(name)) throw new Error(`"${name}" says nothing; use the word of GLOSSARY.md`)
  const folder = join('src', 'modules', name)
  if (existsSync(join(root, folder))) throw new Error(`${folder} exists already`)
  const camelName = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return globSync('**/*.txt', { cwd: TEMPLATES }).sort().map((template) => {
    const file = join(folder, template.slice(0, -'.txt'.length))
    const text = readFileSync(join(TEMPLATES, template), 'utf8').replaceAll('__name__', name).replaceAll('__camelName__', camelName)
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    return file
  })
}

function main(name: string | undefined): void {
  if (name === undefined) throw new Error('usage: npm run new-module -- NAME')
  for (const file of writeModule(process.cwd(), name)) console.log(file)
  console.log(`\nnode --test src/modules/${name}/index.test.ts says what comes next.`)
}

if (import.meta.main) main(process.argv[2])
