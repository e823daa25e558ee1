import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupFailure, say } from './say.mjs'

/**
 * Installs the packages of package-lock.json unless node_modules already holds them. A stamp with the hash of
 * package.json and package-lock.json answers quickly; when it is old, npm's own record in node_modules is compared,
 * so a developer's `npm install` is not followed by a second installation.
 */
export function ensurePackages(root) {
  const lockPath = join(root, 'package-lock.json')
  if (!existsSync(lockPath)) throw new SetupFailure('package-lock.json is missing: run this from the root of the project')
  const stampPath = join(root, 'node_modules', '.setup-stamp')
  const stamp = hashOf(join(root, 'package.json'), lockPath)
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return
  if (!isInstalled(root, lockPath)) install(root)
  if (existsSync(join(root, 'node_modules'))) writeFileSync(stampPath, stamp)
}

function hashOf(...paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

// Compares the lock file with npm's record of what it put into node_modules. Optional packages may be absent unless
// they are made for this system; those without os and cpu are only needed by such a one.
function isInstalled(root, lockPath) {
  const recordPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(recordPath)) return false
  const installed = JSON.parse(readFileSync(recordPath, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(lockPath, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const present = installed[path]
    if (!present) return entry.optional === true && !isMadeForThisSystem(entry)
    return present.version === entry.version && existsSync(join(root, path))
  })
}

function isMadeForThisSystem({ os, cpu, libc }) {
  if (os === undefined && cpu === undefined) return false
  return matches(os, process.platform) && matches(cpu, process.arch) && (libc === undefined || matches(libc, libcOfThisSystem()))
}

function matches(list, value) {
  if (list === undefined) return true
  const names = [list].flat() // some packages write a single name
  return names.includes(value) || (names.every((name) => name.startsWith('!')) && !names.includes(`!${value}`))
}

function libcOfThisSystem() {
  if (process.platform !== 'linux') return undefined
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

// `npm install --no-save` follows the lock file and its hashes without rewriting it. `npm ci` would first delete the
// packages under a running server, and it refuses a lock file that leaves out systems on which we do not run.
// Install scripts stay off: npm 11 asks before it runs them, and set-up does the one that matters (postgres-files.mjs).
function install(root) {
  say('installing packages (a few minutes the first time)')
  const { status } = runNpm(root, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) {
    throw new SetupFailure('npm could not install the packages (its message is above). Check the network and `npm config list`, then run the same command again.')
  }
}

// npm runs on the Node outside the project: the one inside may be replaced by the installation.
function runNpm(root, options) {
  const outside = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  const spawnOptions = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PATH: outside.join(delimiter) } }
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const nodeIsOutside = node !== undefined && !node.startsWith(join(root, 'node_modules'))
  if (npm !== undefined && npm.endsWith('.js') && nodeIsOutside) return spawnSync(node, [npm, ...options], spawnOptions)
  return spawnSync(`npm ${options.join(' ')}`, { ...spawnOptions, shell: true })
}
