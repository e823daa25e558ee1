import { count, defineSettings, limit, type ValuesOf } from '#kernel/settings/setting.ts'

/** What a city may decide about its supervision (Appendix E of the domain; W4, W14, W20, S002, S004). */
export const supervisionSettings = defineSettings('supervision', {
  /** S-03: points off the month of a unit for each limit that was exceeded. */
  deductionOverdue: count(5, { most: 100 }),
  deductionObvious: count(3, { most: 100 }),
  deductionSerious: count(10, { most: 100 }),
  deductionComplaint: count(5, { most: 100 }),
  /** S-05: so many obvious findings about one person in a month lead to a talk, each time anew. */
  talkAfter: count(3, { least: 2 }),
  /** S-05: a unit with so many findings in a month is sent the recordings. */
  persistentFrom: count(8, { least: 2 }),
  /** Points of a month from which a unit is shown the card. */
  yellowCardPoints: count(15, { least: 1 }),
  redCardPoints: count(30, { least: 1 }),
  explanation: limit(5, 'WORKING_DAY', { least: 1 }),
  appealWithin: limit(5, 'WORKING_DAY', { least: 1 }),
  appealDecision: limit(10, 'WORKING_DAY', { least: 1 }),
  measureReply: limit(10, 'WORKING_DAY', { least: 1 }),
  /** S-04 */
  patrolsPerHalfDay: count(4, { least: 4, most: 12 }),
  /** A visit is recorded within so many minutes of its time; afterwards it was missed. */
  visitWithinMinutes: count(20, { least: 5, most: 180 }),
  /** Between two patrols of a hall, where its opening hours have room. */
  patrolGapMinutes: count(20, { least: 0, most: 60 }),
  boxReply: limit(10, 'WORKING_DAY', { least: 1 }),
  /** S-19 */
  complaintAcceptance: limit(5, 'WORKING_DAY', { least: 1, most: 5 }),
  complaintAnswer: limit(15, 'WORKING_DAY', { least: 1 }),
  complaintAppealWithin: limit(15, 'WORKING_DAY', { least: 1 }),
  complaintConclusion: limit(15, 'WORKING_DAY', { least: 1 }),
  /** How many replies of a kind are drawn each week for a second look. */
  sampledReplies: count(5, { least: 1, most: 200 }),
})

export type SupervisionRules = ValuesOf<(typeof supervisionSettings)['settings']>
