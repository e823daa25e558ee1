import type { Day } from '#kernel/time/day.ts'
import type { InputOf } from '../../app.ts'

/** What an appeal to the hotline is about (H-01). */
export type OrderKind = InputOf<'hotline.file-order'>['kind']

/** A number that a report states for a period. */
export interface StatedVolume {
  readonly from: Day
  readonly to: Day
  readonly count: number
}

/** The calls to 96128 in a period, with what became of them; each is a part of the one before (H-14). */
export interface StatedCalls extends StatedVolume {
  readonly transfers: number
  readonly connected: number
  readonly satisfied: number
}

/** What a simulated city is like. Volumes come from the reports; habits are invented and say so in docs/reports/figures.md. */
export interface Profile {
  readonly key: string
  readonly source: string
  /** In the order of time; a day outside takes the rate of the nearest. */
  readonly volumes: readonly StatedVolume[]
  readonly channels: Readonly<Record<'window' | 'online' | 'mobile', number>>
  /** Shares of cases, 0 to 1. */
  readonly corrected: number
  readonly withdrawn: number
  readonly refused: number
  readonly stopped: number
  readonly late: number
  readonly rated: number
  /** Weights of the grades 5 to 1 (E-01). */
  readonly grades: readonly (readonly [5 | 4 | 3 | 2 | 1, number])[]
  /** Businesses of which the report gives no number are not lived, nor days outside the stated period. */
  readonly orders?: { readonly volumes: readonly StatedVolume[]; readonly kinds: Readonly<Record<OrderKind, number>>; readonly satisfied: number }
  readonly transferCalls?: readonly StatedCalls[]
  readonly events?: readonly StatedVolume[]
  readonly disclosureApplications?: readonly StatedVolume[]
  readonly records?: readonly StatedVolume[]
  /** Complaints about service; in these periods the inspectors are at work. */
  readonly complaints?: readonly StatedVolume[]
}

const habits = {
  channels: { window: 0.4, online: 0.42, mobile: 0.18 },
  corrected: 0.06,
  withdrawn: 0.01,
  refused: 0.015,
  stopped: 0.03,
  late: 0.004,
  rated: 0.55,
  grades: [[5, 0.78], [4, 0.16], [3, 0.045], [2, 0.01], [1, 0.005]],
} as const

/** The cities of the reports; the year before stands beside each so that growth can be computed (KPI 2, 44). */
export const profiles: readonly Profile[] = [
  {
    ...habits,
    key: 'huadu-2018',
    source: 'S004: 29,928 cases from January to May 2018, 8.79 % more than the year before',
    volumes: [
      { from: '2017-01-01', to: '2017-05-31', count: 27_510 },
      { from: '2018-01-01', to: '2018-05-31', count: 29_928 },
    ],
    // S004: 26,169 orders, 68.43 % satisfied; what its five kinds leave of them is of no named kind.
    orders: {
      volumes: [{ from: '2018-01-01', to: '2018-05-31', count: 26_169 }],
      kinds: { consult: 1_227, complaint: 8_583, report: 8_743, suggestion: 772, help: 3_959, other: 2_885 },
      satisfied: 0.6843,
    },
    // S004 says nothing of 96128: the calls of S003, lived in this city too. Nor does it count grid events: invented.
    transferCalls: [{ from: '2018-01-01', to: '2018-05-31', count: 2_809, transfers: 2_398, connected: 1_873, satisfied: 1_793 }],
    events: [{ from: '2018-01-01', to: '2018-05-31', count: 6_000 }],
    // S004: 1,760 records of its own accord and 52 applications in the first quarter.
    disclosureApplications: [{ from: '2018-01-01', to: '2018-03-31', count: 52 }],
    records: [{ from: '2018-01-01', to: '2018-03-31', count: 1_760 }],
    // S004 tells of patrols, boxes and complaints, but counts no complaints: invented.
    complaints: [{ from: '2018-01-01', to: '2018-05-31', count: 120 }],
  },
  {
    ...habits,
    key: 'zhaotong-2014',
    source: 'S003: 171,800 received and 167,400 closed from January to July 2014; 98.6 % satisfied',
    volumes: [{ from: '2014-01-01', to: '2014-07-31', count: 171_800 }],
    transferCalls: [{ from: '2014-01-01', to: '2014-07-31', count: 2_809, transfers: 2_398, connected: 1_873, satisfied: 1_793 }],
    channels: { window: 0.97, online: 0.03, mobile: 0 },
    grades: [[5, 0.6], [4, 0.28], [3, 0.106], [2, 0.01], [1, 0.004]],
  },
  {
    ...habits,
    key: 'changzhou-2015',
    source: 'S000: more than 350,000 cases to 31 May 2015, 23.4 % more than the year before; all satisfied',
    volumes: [
      { from: '2014-01-01', to: '2014-05-31', count: 283_630 },
      { from: '2015-01-01', to: '2015-05-31', count: 350_000 },
    ],
    channels: { window: 0.8, online: 0.2, mobile: 0 },
    grades: [[5, 0.8], [4, 0.15], [3, 0.05]],
  },
]

/** The profile of a key; throws with the known keys. */
export function getProfile(key: string): Profile {
  const profile = profiles.find((candidate) => candidate.key === key)
  if (profile === undefined) throw new Error(`unknown profile "${key}": ${profiles.map((known) => known.key).join(', ')}`)
  return profile
}
