import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { projectNode } from './runtime.mjs'
import { say } from './say.mjs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Makes sure that the journeys find a Chromium and writes its path to `.tmp/chromium` for the test harness. Without
 * one it removes that file and says how to mend it: the journeys then skip and say so.
 */
export function ensureBrowser(root) {
  const path = find() ?? installFromDebian() ?? downloadWithPlaywright(root)
  const note = join(root, '.tmp', 'chromium')
  mkdirSync(join(root, '.tmp'), { recursive: true })
  if (path !== undefined) return writeFileSync(note, path)
  rmSync(note, { force: true })
  say('NO BROWSER: the tests in a browser will be skipped. Install Chromium (on Debian `apt-get install chromium`, elsewhere `npx playwright-core install chromium`), or name one in the variable CHROMIUM.')
}

function find() {
  const named = process.env.CHROMIUM
  if (named !== undefined && existsSync(named)) return named
  return INSTALLED.find((path) => existsSync(path)) ?? downloaded()
}

function installFromDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid() !== 0) return undefined
  say('installing Chromium from the Debian archive')
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
  return find()
}

function downloadWithPlaywright(root) {
  const command = join(root, 'node_modules', 'playwright-core', 'cli.js')
  if (!existsSync(command)) return undefined
  say('downloading Chromium with playwright-core')
  spawnSync(existsSync(projectNode(root)) ? projectNode(root) : process.execPath, [command, 'install', 'chromium'], { stdio: 'ignore' })
  return find()
}

// Where playwright-core keeps its browsers: chromium-<revision>/chrome-<system>/<program>.
function downloaded() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cacheFolder())
  if (!existsSync(cache)) return undefined
  const program = { win32: 'chrome.exe', darwin: 'Chromium' }[process.platform] ?? 'chrome'
  const revision = readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().at(-1)
  if (revision === undefined) return undefined
  const found = readdirSync(join(cache, revision), { recursive: true, withFileTypes: true }).find((entry) => entry.isFile() && entry.name === program)
  return found === undefined ? undefined : join(found.parentPath, found.name)
}

function cacheFolder() {
  if (process.platform === 'darwin') return join('Library', 'Caches', 'ms-playwright')
  return process.platform === 'win32' ? join('AppData', 'Local', 'ms-playwright') : join('.cache', 'ms-playwright')
}
