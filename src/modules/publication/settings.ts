import { defineSettings, limit, type ValuesOf } from '#kernel/settings/setting.ts'

/** What a city may decide about its proactive publication; never more time than the law gives. */
export const publicationSettings = defineSettings('publication', {
  /** O-01 */
  publish: limit(20, 'WORKING_DAY', { least: 1, bound: { sense: 'atMost', value: 20, law: '《政府信息公开条例》第二十六条' } }),
  /** O-18: 三日, which art. 85 of the same law counts in working days. */
  withdraw: limit(3, 'WORKING_DAY', { least: 1, bound: { sense: 'atMost', value: 3, law: '《行政处罚法》第四十八条、第八十五条' } }),
  /** The longest validity of a normative document. */
  normativeValidity: limit(5, 'YEAR', { least: 1, most: 20 }),
})

export type PublicationRules = ValuesOf<(typeof publicationSettings)['settings']>
