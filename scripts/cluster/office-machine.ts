import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { balancer, type Folders, type Machine, ports } from './layout.ts'
import type { Passwords } from './database-machine.ts'
import { startOn } from './namespaces.ts'

const source = join(import.meta.dirname, '../..')

/** What `npm start` runs, with its flags. */
const startWords = (JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } }).scripts.start.split(' ').slice(1, -1)

export type Part = 'web' | 'worker'
const commands = { web: 'serve', worker: 'work' } as const

/** What every process of the office is told. There is one address of the database: HAProxy's. */
export function environmentOf(folders: Folders, { owner, web }: Passwords): Readonly<Record<string, string>> {
  const at = (user: string, password: string): string => `postgres://${user}:${password}@${balancer.address}:${ports.postgres}/yimen`
  return {
    DATABASE_URL: at('yimen', owner),
    YIMEN_APPLICATION_DATABASE_URL: at('yimen_web', web),
    YIMEN_DATA: folders.office,
    YIMEN_PUBLIC_URL: `http://${balancer.address}:${ports.office}`,
    YIMEN_PROXIES: `${balancer.address}/32`,
    YIMEN_DEMO: 'yes',
    YIMEN_LOG: 'warn',
    NODE_ENV: 'production',
    PORT: String(ports.office),
  }
}

/** Starts the web server or the worker of a machine, from this very source. */
export function startPart(machine: Machine, part: Part, folders: Folders, passwords: Passwords): ChildProcess {
  const environment = { ...environmentOf(folders, passwords), HOST: machine.address }
  const started = startOn(machine, folders, { name: part, environment, command: [process.execPath, ...startWords.map((word) => (word.endsWith('.ts') ? join(source, word) : word)), commands[part]] })
  writeFileSync(pidFile(machine, part, folders), String(started.pid))
  return started
}

/** SIGTERM, and waits until the process has ended: running requests and jobs are brought to their end. */
export async function stopPart(machine: Machine, part: Part, folders: Folders, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  const pid = pidOf(machine, part, folders)
  if (!lives(pid)) return
  process.kill(pid, signal)
  while (lives(pid)) await pause(50)
}

function pidFile(machine: Machine, part: Part, folders: Folders): string {
  return join(folders.of(machine), `${part}.pid`)
}

function pidOf(machine: Machine, part: Part, folders: Folders): number {
  const file = pidFile(machine, part, folders)
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

/** One that has ended and that nobody has waited for yet does not live any more. */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits until the web server says that it can serve. */
export async function untilReady(machine: Machine, folders: Folders, withinMs = 300_000): Promise<void> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    const response = await fetch(`http://${machine.address}:${ports.office}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.status === 200) return
    if (!lives(pidOf(machine, 'web', folders))) break
    await pause(100)
  }
  throw new Error(`the web server of ${machine.name} is not ready:\n${readFileSync(join(folders.of(machine), 'web.log'), 'utf8').slice(-2_000)}`)
}

/** A bearer token of the demo city, as the web server printed it at its start. */
export function demoToken(machine: Machine, role: string, folders: Folders): string {
  const log = readFileSync(join(folders.of(machine), 'web.log'), 'utf8')
  return new RegExp(`^ {2}${role} +([\\w-]{20,}) `, 'm').exec(log)?.[1] ?? ''
}
