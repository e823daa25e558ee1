import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { projectNode } from './runtime.mjs'
import { SetupFailure, say } from './say.mjs'

const CONFIGURATION = ['package-lock.json', 'react-router.config.ts', 'tsconfig.json', 'vite.config.ts']

// What the bundle can hold by import rule 6: the shell, the parts, each module's pages, schemas and texts, and the
// kernel, whose pure folders the schemas use.
const BUNDLED = [
  /^src\/[^/]+\.tsx?$/,
  /^src\/(kernel|ui|web)\/.+\.(css|json|tsx?)$/,
  /^src\/modules\/[^/]+\/(web|locales|schema)\/.+\.(css|json|tsx?)$/,
  /^src\/modules\/[^/]+\/[^/]+\.ts$/,
  /^public\//,
]

/** Builds the web layer into build/ when a source of it changed since the last build (build/.stamp holds their hash). */
export function ensureWebBuild(root) {
  if (!existsSync(join(root, 'react-router.config.ts'))) return
  const stampPath = join(root, 'build', '.stamp')
  const stamp = hashOfSources(root)
  if (existsSync(join(root, 'build', 'client')) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return
  say('building the pages')
  build(root)
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stampPath, stamp)
}

function hashOfSources(root) {
  const sources = [...filesUnder(root, 'src'), ...filesUnder(root, 'public')]
    .filter((path) => BUNDLED.some((pattern) => pattern.test(path)) && !/\.test\.tsx?$/.test(path))
    .concat(CONFIGURATION.filter((path) => existsSync(join(root, path))))
    .sort()
  const hash = createHash('sha256')
  for (const path of sources) hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0')
  return hash.digest('hex')
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function build(root) {
  const command = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const node = existsSync(projectNode(root)) ? projectNode(root) : process.execPath
  const { status, stdout, stderr } = spawnSync(node, [command, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new SetupFailure(`the pages could not be built.\n${stdout}${stderr}`)
}
