/** 合格, 基本合格, 不合格 (S-12) */
export type UnitGrade = 'qualified' | 'nearlyQualified' | 'unqualified'

/** The score of a unit in a month: a hundred less its deductions, never below nothing (S-07). */
export function scoreOf(points: number): number {
  return Math.max(0, 100 - points)
}

export function gradeOf(score: number): UnitGrade {
  if (score >= 80) return 'qualified'
  return score >= 60 ? 'nearlyQualified' : 'unqualified'
}
