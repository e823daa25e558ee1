import { claims } from './claims.ts'
import { clockJump } from './clock-jump.ts'
import { crashes } from './crashes.ts'
import { disk } from './disk.ts'
import type { Drill } from './drill.ts'
import { duplicates } from './duplicates.ts'
import { failover } from './failover.ts'
import { allLifecycles } from './lifecycles.ts'
import { malformed } from './malformed.ts'
import { messages } from './messages.ts'
import { overload } from './overload.ts'
import { power } from './power.ts'
import { promotion } from './promotion.ts'
import { restart } from './restart.ts'
import { rolling } from './rolling.ts'
import { secondServer } from './second-server.ts'
import { slowClients } from './slow-clients.ts'
import { tamper } from './tamper.ts'
import { walk } from './walk.ts'
import { webhooks } from './webhooks.ts'

/** Drills of less than a minute whose outcome does not hang on how busy the machine is; every run of the tests makes them. */
export const quickDrills: readonly Drill[] = [claims, messages, webhooks, tamper, malformed, walk, crashes, allLifecycles, duplicates, restart, clockJump]

export const allDrills: readonly Drill[] = [power, restart, disk, clockJump, duplicates, malformed, walk, crashes, allLifecycles, secondServer, tamper, promotion, failover, rolling, overload, claims, messages, webhooks, slowClients]

/** Drills that are files of tests of their own, controls included. */
export const durabilityTests = [
  { id: 'R1', says: 'nothing acknowledged is lost or doubled when program, database or both are killed at random moments', file: 'test/durability/kill.test.ts' },
  { id: 'R11', says: 'an office backed up while it works is restored with everything that was acknowledged, and goes on', file: 'test/durability/backup.test.ts' },
  { id: 'UPGRADE', says: 'an office of an earlier release is brought to this one with every row, verifies, shows its cases, and takes one under way to its end', file: 'test/durability/upgrade.test.ts' },
  { id: 'KEYS', says: 'after a change of keys everything old opens and verifies, and everything new bears the new keys', file: 'test/drills/keys.test.ts' },
] as const
