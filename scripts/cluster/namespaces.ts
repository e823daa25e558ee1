import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Folders, type Machine, machines, network } from './layout.ts'

// Machines are network namespaces, joined by a bridge. What runs in one sees its own addresses only, and is cut off like a machine
// whose cable is pulled. They share this computer's disk, clock and processors: what that leaves untried stands in docs/operations/cluster.md.

export function ip(...words: readonly string[]): string {
  return execFileSync('ip', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function namespaceOf({ name }: Machine): string {
  return `yimen-${name}`
}

export function machinesExist(): boolean {
  return ip('netns', 'list').includes(`yimen-${machines[0]?.name ?? ''}`)
}

/** Makes the bridge and every machine, powered on and on the network. */
export function makeMachines(): void {
  ip('link', 'add', network.bridge, 'type', 'bridge')
  ip('addr', 'add', `${network.gateway}/${network.bits}`, 'dev', network.bridge)
  ip('link', 'set', network.bridge, 'up')
  for (const machine of machines) {
    const namespace = namespaceOf(machine)
    ip('netns', 'add', namespace)
    ip('link', 'add', namespace, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace)
    ip('link', 'set', namespace, 'master', network.bridge, 'up')
    ip('-n', namespace, 'link', 'set', 'lo', 'up')
    ip('-n', namespace, 'addr', 'add', `${machine.address}/${network.bits}`, 'dev', 'eth0')
    ip('-n', namespace, 'link', 'set', 'eth0', 'up')
  }
}

/** Takes away what `makeMachines` made, also what is left of it after a failure. */
export function removeMachines(): void {
  for (const machine of machines) {
    // A namespace may live on for a moment after it was deleted, and its cable with it.
    quietly(() => ip('link', 'del', namespaceOf(machine)))
    quietly(() => ip('netns', 'del', namespaceOf(machine)))
  }
  quietly(() => ip('link', 'del', network.bridge))
}

function quietly(work: () => unknown): void {
  try {
    work()
  } catch {
    // It is not there.
  }
}

/** Pulls a machine's cable: nothing comes or goes, and nobody is told. */
export function pullCable(machine: Machine): void {
  ip('link', 'set', namespaceOf(machine), 'down')
}

export function plugCable(machine: Machine): void {
  ip('link', 'set', namespaceOf(machine), 'up')
}

/** As when the power fails: first nothing reaches the network any more, then nothing runs. No connection is closed in good order. */
export function powerOff(machine: Machine): void {
  pullCable(machine)
  signalAll(machine, 'SIGKILL')
}

/** Drops everything that `machine` sends from this port to `to`. */
export function dropFrom(machine: Machine, port: number, to: Machine): void {
  ip('netns', 'exec', namespaceOf(machine), 'iptables', '-A', 'OUTPUT', '-d', to.address, '-p', 'tcp', '--sport', String(port), '-j', 'DROP')
}

/** All processes of a machine. */
export function processesOn(machine: Machine): readonly number[] {
  try {
    return ip('netns', 'pids', namespaceOf(machine)).split('\n').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

export function signalAll(machine: Machine, signal: NodeJS.Signals): void {
  for (const pid of processesOn(machine)) quietly(() => process.kill(pid, signal))
}

export interface Program {
  readonly name: string
  readonly command: readonly string[]
  /** Root unless named: PostgreSQL refuses to run as root. */
  readonly as?: 'postgres'
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts a program on a machine. It lives on when who started it ends; what it says is in `NAME.log` of the machine's folder. */
export function startOn(machine: Machine, folders: Folders, { name, command, as, environment = {} }: Program): ChildProcess {
  const folder = folders.of(machine)
  mkdirSync(folder, { recursive: true })
  const log = openSync(join(folder, `${name}.log`), 'a')
  const account = as === undefined ? [] : ['setpriv', `--reuid=${as}`, `--regid=${as}`, '--init-groups']
  const started = spawn('ip', ['netns', 'exec', namespaceOf(machine), ...account, ...command], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...environment },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  started.unref()
  return started
}
