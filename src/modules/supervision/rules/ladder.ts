import type { SupervisionRules } from '../settings.ts'
import type { FindingGrade, FindingSource, MeasureKind, Violation } from '../schema.ts'

/** What the ladder looks at in a finding. */
export interface Graded {
  readonly grade: FindingGrade
  readonly violation: Violation
  readonly source: FindingSource
}

/** What stands in the register of the month, the finding itself included and overturned ones left out. */
export interface MonthTally {
  /** Obvious findings about the person; about the unit without a person where none is named. */
  readonly obvious: number
  /** Obvious and serious findings about the unit. */
  readonly ofUnit: number
  readonly points: number
}

type Rung =
  | { readonly measure: MeasureKind; readonly when: 'grade'; readonly grade: FindingGrade; readonly source?: FindingSource }
  | { readonly measure: MeasureKind; readonly when: 'everyObvious'; readonly from: 'talkAfter' }
  | { readonly measure: MeasureKind; readonly when: 'tally'; readonly of: 'ofUnit' | 'points'; readonly from: 'persistentFrom' | 'yellowCardPoints' | 'redCardPoints' }

/** S-05 as data: nobody chooses a measure. A minor finding is only reminded of, an obvious one takes points (`pointsOf`). */
export const ladder: readonly Rung[] = [
  { measure: 'talkBySection', when: 'everyObvious', from: 'talkAfter' },
  { measure: 'talkByDivision', when: 'grade', grade: 'serious' },
  { measure: 'letter', when: 'grade', grade: 'serious', source: 'inspection' },
  { measure: 'letterWithRecordings', when: 'tally', of: 'ofUnit', from: 'persistentFrom' },
  { measure: 'yellowCard', when: 'tally', of: 'points', from: 'yellowCardPoints' },
  { measure: 'redCard', when: 'tally', of: 'points', from: 'redCardPoints' },
  { measure: 'advice', when: 'tally', of: 'points', from: 'redCardPoints' },
]

/** The points that a finding takes off the month of its unit (S-03, S-05). */
export function pointsOf({ grade, violation, source }: Graded, rules: SupervisionRules): number {
  if (grade === 'minor') return 0
  if (violation === 'overdue') return rules.deductionOverdue
  if (source === 'complaint') return rules.deductionComplaint
  return grade === 'serious' ? rules.deductionSerious : rules.deductionObvious
}

/** A measure that is due, and what makes it due only once: the finding, the round of the person, or the month of the unit. */
export interface DueMeasure {
  readonly measure: MeasureKind
  readonly once: string
}

/** Where a finding falls: who is tallied, and in which month. */
export interface Place {
  readonly findingId: string
  readonly who: string
  readonly unitId: string
  readonly month: string
}

/** What follows from a finding, in the order of the ladder. */
export function measuresDue(finding: Graded, tally: MonthTally, place: Place, rules: SupervisionRules): readonly DueMeasure[] {
  if (finding.grade === 'minor') return []
  return ladder.flatMap((rung): readonly DueMeasure[] => {
    switch (rung.when) {
      case 'grade':
        return rung.grade === finding.grade && (rung.source === undefined || rung.source === finding.source) ? [{ measure: rung.measure, once: `${rung.measure} ${place.findingId}` }] : []
      case 'everyObvious': {
        const round = Math.floor(tally.obvious / rules[rung.from])
        return finding.grade === 'obvious' && round > 0 ? [{ measure: rung.measure, once: `${rung.measure} ${place.who} ${place.month} ${round}` }] : []
      }
      case 'tally':
        return tally[rung.of] >= rules[rung.from] ? [{ measure: rung.measure, once: `${rung.measure} ${place.unitId} ${place.month}` }] : []
    }
  })
}

/** Whether a measure has lost its ground after a finding was overturned: its own finding, or the tally that it rested on. */
export function losesGround(measure: { readonly measure: MeasureKind; readonly findingId: string }, overturnedId: string, tally: Pick<MonthTally, 'ofUnit' | 'points'>, rules: SupervisionRules): boolean {
  const rung = ladder.find((one) => one.measure === measure.measure)
  return rung?.when === 'tally' ? tally[rung.of] < rules[rung.from] : measure.findingId === overturnedId
}
