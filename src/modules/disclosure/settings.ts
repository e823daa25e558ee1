import { count, defineSettings, limit } from '#kernel/settings/setting.ts'

/** What a city may decide about applications for information (Appendix E of the domain); what the regulation fixes is in `rules/clocks.ts`. */
export const disclosureSettings = defineSettings('disclosure', {
  /** O-07: by when the receipt of an application through the network, by fax or ordinary mail is confirmed. */
  confirmation: limit(1, 'WORKING_DAY', { least: 0, most: 10 }),
  /** O-05: by when an unclear application is sent back to be made clear. */
  clarificationNotice: limit(7, 'WORKING_DAY', { least: 1, bound: { sense: 'atMost', value: 7, law: '《政府信息公开条例》第三十条' } }),
  /** O-05: the reasonable time that an applicant has for it, unless the notice says otherwise. */
  clarification: limit(15, 'WORKING_DAY', { least: 3, most: 60 }),
  /** O-16: how many different applicants ask for a record before it is proposed for publication. */
  publicationProposal: count(3, { least: 2, most: 100 }),
})
