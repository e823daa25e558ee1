// Makes this folder ready for `npm start` and `npm test`. Plain JavaScript for Node 20: it runs before anything
// is installed. Every step is idempotent and looks before it acts.
//   node scripts/setup.mjs            packages, embedded PostgreSQL, Node version
//   node scripts/setup.mjs --build    and the web layer, if its sources changed
//   node scripts/setup.mjs --browser  and a Chromium for the journeys; a failure there only prints how to mend it
import { ensureBrowser } from './setup/browser.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ensurePostgresFiles } from './setup/postgres-files.mjs'
import { ensureRuntime } from './setup/runtime.mjs'
import { withLock } from './setup/lock.mjs'
import { ensureWebBuild } from './setup/web-build.mjs'
import { SetupFailure } from './setup/say.mjs'

const wanted = new Set(process.argv.slice(2))
const unknown = [...wanted].filter((argument) => !['--build', '--browser'].includes(argument))
const root = process.cwd()

try {
  if (unknown.length > 0) throw new SetupFailure(`unknown argument ${unknown.join(' ')}; known are --build and --browser`)
  await withLock(root, async () => {
    ensurePackages(root)
    ensurePostgresFiles(root)
    ensureRuntime(root)
    if (wanted.has('--build')) ensureWebBuild(root)
    if (wanted.has('--browser')) ensureBrowser(root)
  })
} catch (cause) {
  if (!(cause instanceof SetupFailure)) throw cause
  console.error(`set-up: ${cause.message}`)
  process.exitCode = 1
}
