import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** The life of an annual report on disclosure (政府信息公开工作年度报告): owed from the first day after its year, until it is published (O-13). */
export const annualReportLifecycle = defineLifecycle({
  kind: 'annualReport',
  initial: 'owed',
  states: {
    owed: { phase: 'open' },
    published: { phase: 'closed' },
  },
  commands: {
    publish: { from: ['owed'], to: ['published'], permission: 'disclosure:approve' },
  },
})

export type AnnualReportState = keyof typeof annualReportLifecycle.states
export type AnnualReportCommand = keyof typeof annualReportLifecycle.commands
