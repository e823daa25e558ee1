import { choice, defineSettings, limit, type ValuesOf } from '#kernel/settings/setting.ts'

/** What a city may decide about evaluations. */
export const evaluationSettings = defineSettings('evaluations', {
  /** E-02: the first contact with who gave a bad review. */
  contact: limit(1, 'WORKING_DAY'),
  /** E-03 */
  rectify: limit(15, 'WORKING_DAY', { least: 1 }),
  /** E-07: how long after closing before who has not evaluated is asked once. */
  invitation: limit(3, 'CALENDAR_DAY', { least: 1 }),
  /** When the words of a bad evaluation are shown to everybody: as soon as it is given, or together with the reply to it. Its grade is shown at once, and so are the words of one that is not bad: nobody replies to it. */
  textsShown: choice('atOnce', 'withReply'),
})

export type EvaluationRules = ValuesOf<(typeof evaluationSettings)['settings']>
