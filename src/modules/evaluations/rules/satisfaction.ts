/** From 基本满意 upwards a review is satisfied (E-09). */
const satisfiedFrom = 3

export interface GradeCount {
  readonly grade: number
  readonly valid: number
  readonly excluded: number
}

export interface Satisfaction {
  readonly satisfied: number
  readonly valid: number
  readonly excluded: number
  readonly grades: number[]
}

/** Satisfaction as numerator and denominator: count(grade ≥ 3) and count(valid) (E-09); what was excluded stands beside and in neither (E-08). */
export function satisfaction(counts: readonly GradeCount[]): Satisfaction {
  const sum = (of: (count: GradeCount) => number): number => counts.reduce((total, count) => total + of(count), 0)
  return {
    satisfied: sum(({ grade, valid }) => (grade >= satisfiedFrom ? valid : 0)),
    valid: sum(({ valid }) => valid),
    excluded: sum(({ excluded }) => excluded),
    grades: [1, 2, 3, 4, 5].map((grade) => sum((count) => (count.grade === grade ? count.valid : 0))),
  }
}
