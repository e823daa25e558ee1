import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** A finding (监察发现): explained by the unit, closed by an inspector, appealed by whom it is about, also after closing (S-06). */
export const findingLifecycle = defineLifecycle({
  kind: 'finding',
  initial: 'opened',
  states: { opened: { phase: 'open' }, explained: { phase: 'open' }, appealed: { phase: 'open' }, closed: { phase: 'closed' }, overturned: { phase: 'closed' } },
  commands: {
    explain: { from: ['opened'], to: ['explained'], permission: 'supervision:answer' },
    close: { from: ['opened', 'explained'], to: ['closed'], permission: 'supervision:record' },
    appeal: { from: ['opened', 'explained', 'closed'], to: ['appealed'], permission: 'supervision:answer' },
    'decide-appeal': { from: ['appealed'], to: ['closed', 'overturned'], permission: 'supervision:record' },
    fall: { from: ['opened', 'explained', 'appealed', 'closed'], to: ['overturned'], permission: 'supervision:run' },
  },
})
export type FindingState = keyof typeof findingLifecycle.states
export type FindingCommand = keyof typeof findingLifecycle.commands

/** What the ladder asks for (S-05): a talk is held, a card or a letter answered; what lost its ground is lifted. */
export const measureLifecycle = defineLifecycle({
  kind: 'measure',
  initial: 'issued',
  states: { issued: { phase: 'open' }, answered: { phase: 'open' }, settled: { phase: 'closed' }, lifted: { phase: 'closed' } },
  commands: {
    answer: { from: ['issued'], to: ['answered'], permission: 'supervision:answer' },
    'hold-talk': { from: ['issued'], to: ['settled'], permission: 'supervision:record' },
    settle: { from: ['answered'], to: ['settled', 'issued'], permission: 'supervision:record' },
    lift: { from: ['issued', 'answered', 'settled'], to: ['lifted'], permission: 'supervision:record' },
  },
})
export type MeasureState = keyof typeof measureLifecycle.states
export type MeasureCommand = keyof typeof measureLifecycle.commands

/** The patrols of one hall on one working day (S-04). */
export const patrolLifecycle = defineLifecycle({
  kind: 'patrol',
  initial: 'opened',
  states: { opened: { phase: 'open' }, planned: { phase: 'open' }, ended: { phase: 'closed' } },
  commands: {
    plan: { from: ['opened'], to: ['planned'], permission: 'supervision:run' },
    'record-visit': { from: ['planned'], to: ['planned', 'ended'], permission: 'supervision:record' },
    end: { from: ['planned'], to: ['ended'], permission: 'supervision:run' },
  },
})

/** One opening of a suggestion box (S-14): it is done when every item has its reply. */
export const openingLifecycle = defineLifecycle({
  kind: 'boxOpening',
  initial: 'opened',
  states: { opened: { phase: 'open' }, answered: { phase: 'closed' } },
  commands: {
    'answer-item': { from: ['opened'], to: ['opened', 'answered'], permission: 'supervision:record' },
    'find-empty': { from: ['opened'], to: ['answered'], permission: 'supervision:record' },
  },
})

/** A complaint about service (投诉): taken up or not within five working days (S-19), answered, and looked at again by somebody else. */
export const complaintLifecycle = defineLifecycle({
  kind: 'serviceComplaint',
  initial: 'filed',
  states: { filed: { phase: 'open' }, accepted: { phase: 'open' }, declined: { phase: 'closed' }, answered: { phase: 'closed' }, appealed: { phase: 'open' }, concluded: { phase: 'closed' } },
  commands: {
    accept: { from: ['filed'], to: ['accepted'], permission: 'supervision:record' },
    decline: { from: ['filed'], to: ['declined'], permission: 'supervision:record' },
    answer: { from: ['accepted'], to: ['answered'], permission: 'supervision:record' },
    appeal: { from: ['declined', 'answered'], to: ['appealed'], permission: 'supervision:complain' },
    conclude: { from: ['appealed'], to: ['concluded'], permission: 'supervision:record' },
  },
})
export type ComplaintState = keyof typeof complaintLifecycle.states
export type ComplaintCommand = keyof typeof complaintLifecycle.commands

/** Replies of a week that were drawn for a second look. */
export const sampleLifecycle = defineLifecycle({
  kind: 'replySample',
  initial: 'opened',
  states: { opened: { phase: 'open' }, drawn: { phase: 'open' }, checked: { phase: 'closed' } },
  commands: {
    draw: { from: ['opened'], to: ['drawn'], permission: 'supervision:run' },
    'check-reply': { from: ['drawn'], to: ['drawn', 'checked'], permission: 'supervision:record' },
  },
})

/** A bulletin (通报) of a week or month, written by the program from the register. */
export const bulletinLifecycle = defineLifecycle({
  kind: 'bulletin',
  initial: 'compiled',
  states: { compiled: { phase: 'open' }, issued: { phase: 'closed' } },
  commands: { issue: { from: ['compiled'], to: ['issued'], permission: 'supervision:run' } },
})

export const supervisionLifecycles = [findingLifecycle, measureLifecycle, patrolLifecycle, openingLifecycle, complaintLifecycle, sampleLifecycle, bulletinLifecycle] as const
