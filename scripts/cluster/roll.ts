import { setTimeout as pause } from 'node:timers/promises'
import { startBalancer, tellBalancer, webServerSeen } from './balancer-machine.ts'
import { type Passwords, startDatabase } from './database-machine.ts'
import { balancer, coordinators, databases, type Folders, type Machine, offices } from './layout.ts'
import { startEtcd } from './etcd-machine.ts'
import { plugCable } from './namespaces.ts'
import { startPart, stopPart, untilReady } from './office-machine.ts'
import { untilSeenUp } from './office-cluster.ts'

/** How long a web server may still work on what it was sent, before it is stopped all the same. */
const drainMs = 30_000

/** Restarts web servers and workers one after the other, as an upgrade does, without anybody hearing of it. */
export async function rollOffices(folders: Folders, passwords: Passwords, say: (line: string) => void): Promise<void> {
  for (const machine of offices) {
    await stopPart(machine, 'worker', folders)
    startPart(machine, 'worker', folders, passwords)
    await drain(machine, folders)
    await stopPart(machine, 'web', folders)
    startPart(machine, 'web', folders, passwords)
    await untilReady(machine, folders)
    await tellBalancer(folders, `set server office/${machine.name} state ready`)
    await untilSeenUp(folders)
    say(`${machine.name}: restarted`)
  }
}

/** Sends a web server nothing new, and waits until it has answered what it has. */
async function drain(machine: Machine, folders: Folders): Promise<void> {
  await tellBalancer(folders, `set server office/${machine.name} state drain`)
  const until = performance.now() + drainMs
  while ((await webServerSeen(folders, machine)).sessions > 0 && performance.now() < until) await pause(50)
}

/** Starts everything that a machine runs, as its own start would. */
export async function powerOn(machine: Machine, folders: Folders, passwords: Passwords): Promise<void> {
  plugCable(machine)
  if (coordinators.includes(machine)) startEtcd(machine, folders)
  if (databases.includes(machine)) startDatabase(machine, folders)
  if (machine === balancer) await startBalancer(folders)
  if (!offices.includes(machine)) return
  for (const part of ['worker', 'web'] as const) startPart(machine, part, folders, passwords)
  await untilReady(machine, folders)
}
