import { claims } from './claims.ts'
import { clockJump } from './clock-jump.ts'
import { disk } from './disk.ts'
import type { Drill } from './drill.ts'
import { duplicates } from './duplicates.ts'
import { malformed } from './malformed.ts'
import { messages } from './messages.ts'
import { overload } from './overload.ts'
import { power } from './power.ts'
import { restart } from './restart.ts'
import { secondServer } from './second-server.ts'
import { tamper } from './tamper.ts'
import { walk } from './walk.ts'

/** Drills of less than a minute whose outcome does not hang on how busy the machine is; every run of the tests makes them. */
export const quickDrills: readonly Drill[] = [claims, messages, tamper, malformed, walk, duplicates, restart, clockJump]

export const allDrills: readonly Drill[] = [power, restart, disk, clockJump, duplicates, malformed, walk, secondServer, tamper, overload, claims, messages]

/** Drills that are files of tests of their own, controls included. */
export const durabilityTests = [
  { id: 'R1', says: 'nothing acknowledged is lost or doubled when program, database or both are killed at random moments', file: 'test/durability/kill.test.ts' },
  { id: 'R11', says: 'an office backed up while it works is restored with everything that was acknowledged, and goes on', file: 'test/durability/backup.test.ts' },
  { id: 'KEYS', says: 'after a change of keys everything old opens and verifies, and everything new bears the new keys', file: 'test/drills/keys.test.ts' },
] as const
