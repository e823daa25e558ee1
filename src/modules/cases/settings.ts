import { defineSettings, limit, type ValuesOf } from '#kernel/settings/setting.ts'
import { legalLimits } from './rules/legal-limits.ts'

/** The limits of a case that a city may change; those of the law are the ceiling. */
export const caseSettings = defineSettings('cases', {
  acceptanceNotice: limit(5, 'WORKING_DAY', { bound: legalLimits.acceptanceNotice }),
  decision: limit(20, 'WORKING_DAY', { bound: legalLimits.decision }),
  decisionExtension: limit(10, 'WORKING_DAY', { bound: legalLimits.decisionExtension }),
  jointDecision: limit(45, 'WORKING_DAY', { bound: legalLimits.jointDecision }),
  jointExtension: limit(15, 'WORKING_DAY', { bound: legalLimits.jointExtension }),
  preExamination: limit(20, 'WORKING_DAY', { bound: legalLimits.preExamination }),
  preReview: limit(1, 'WORKING_DAY'),
  forwarding: limit(1, 'WORKING_DAY'),
  correction: limit(20, 'WORKING_DAY', { least: 1 }),
  delivery: limit(10, 'WORKING_DAY', { bound: legalLimits.delivery }),
  pledgeVerification: limit(60, 'WORKING_DAY', { least: 1 }),
  pledgeDecision: limit(0, 'WORKING_DAY'),
  rectification: limit(15, 'WORKING_DAY', { least: 1 }),
  gap: limit(5, 'WORKING_DAY', { least: 1 }),
  materialReuse: limit(1, 'YEAR', { least: 1, most: 10 }),
  draftKept: limit(90, 'CALENDAR_DAY', { least: 1 }),
  renewalNotice: limit(30, 'CALENDAR_DAY', { bound: legalLimits.renewalNotice }),
})

export type CaseRules = ValuesOf<(typeof caseSettings)['settings']>
