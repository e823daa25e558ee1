import type { TestOffice } from '#test/harness/office.ts'
import { judgeClocks } from './judge-clocks.ts'
import { judgeLedger, judgeRollups, judgeSegments } from './judge-copies.ts'
import { judgeReadings } from './judge-readings.ts'
import { judgeStates } from './judge-states.ts'

/** Looks through a whole office and answers every fault that it finds, or that there was nothing to judge. */
export type Judge = (office: TestOffice) => Promise<readonly string[]>

/** What an office must satisfy whatever happened in it. Figures have a judge of their own, who is asked about periods. */
export const judges = {
  'the ledger verifies, and the present of every matter is what its events say': judgeLedger,
  'no matter stands in a state, nor came into one, that its life does not know': judgeStates,
  'every clock is due on the day that a walk through the calendar comes to': judgeClocks,
  'whose time it was is kept as the clocks tell it': judgeSegments,
  'the roll-ups that were kept night by night can be built again from the ledger': judgeRollups,
  'nobody saw what he may not see': judgeReadings,
} as const satisfies Readonly<Record<string, Judge>>
