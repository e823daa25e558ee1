import { fine, fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { FormField, ItemVersion, ScenarioAnswers } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'

type Channel = 'online' | 'mobile' | 'terminal' | 'window' | 'post'

/** What a clerk takes in and what an applicant files himself; the first of each unless told. */
const filedBy = { clerk: ['window', 'post'], applicant: ['online', 'mobile', 'terminal'] } as const satisfies Record<string, readonly Channel[]>

/** The channel of an application: one that whoever files it can have, so that clocks, visits and figures count it for what it was. */
export function channelOf(filer: keyof typeof filedBy, named: Channel | undefined): Verdict<Channel> {
  const own: readonly Channel[] = filedBy[filer]
  const channel = named ?? filedBy[filer][0]
  return own.includes(channel) ? fineWith(channel) : refuse(caseErrors.channelNotYours, { channel, own }, [{ pointer: '/channel', code: 'invalid_value' }])
}

const offeredAs: Readonly<Record<Channel, readonly ItemVersion['channels'][number][]>> = {
  online: ['ONLINE'],
  mobile: ['MOBILE', 'ONLINE'],
  terminal: ['TERMINAL'],
  window: ['WINDOW'],
  post: ['POST'],
}

/** The applicant chooses among the channels that the item offers; none is forced on him (优化营商环境条例 art. 37). */
export function checkChannel(item: Pick<ItemVersion, 'channels'>, channel: Channel): Verdict {
  return offeredAs[channel].some((offered) => item.channels.includes(offered)) ? fine : refuse(caseErrors.channelNotOffered, { channel, offered: item.channels })
}

/** Whether the item serves this kind of applicant: natural persons are 1, all others are organisations. */
export function checkServed(item: Pick<ItemVersion, 'serviceObjects'>, applicant: { readonly kind: 'person' | 'organisation' }): Verdict {
  const served = applicant.kind === 'person' ? item.serviceObjects.includes('1') : item.serviceObjects.some((object) => object !== '1')
  return served ? fine : refuse(caseErrors.applicantKindNotServed, { kind: applicant.kind, serviceObjects: item.serviceObjects })
}

/** A session below the item's assurance level must step up first (D-14). */
export function checkAssuranceOf(item: Pick<ItemVersion, 'minimumAssurance'>, level: number): Verdict {
  const needed = Number(item.minimumAssurance.slice(1))
  return level >= needed ? fine : refuse(caseErrors.levelTooLow, { needed, level })
}

const deliveredAs = { electronic: 'ELECTRONIC', window: 'WINDOW', terminal: 'TERMINAL', post: 'POST' } as const

/** The result reaches the applicant in a way that the item offers. */
export function checkDelivery(item: Pick<ItemVersion, 'result'>, kind: keyof typeof deliveredAs): Verdict {
  return item.result.delivery.includes(deliveredAs[kind]) ? fine : refuse(caseErrors.deliveryNotOffered, { kind, offered: item.result.delivery })
}

/** Every scenario question that is shown has an answer among its options; each that has none is named. */
export function checkAnswers(item: Pick<ItemVersion, 'scenarios'>, answers: ScenarioAnswers, holds: (condition: FormField['showWhen'], answers: ScenarioAnswers) => boolean): Verdict {
  const faults = item.scenarios.flatMap((scenario) => {
    if (!holds(scenario.showWhen, answers)) return []
    const chosen = answers[scenario.key] ?? []
    const known = chosen.every((option) => scenario.options.some((candidate) => candidate.key === option))
    const answered = known && chosen.length > 0 && (scenario.choose !== 'ONE' || chosen.length === 1)
    return answered ? [] : [{ pointer: `/answers/${scenario.key}`, code: known ? 'too_small' : 'invalid_value' }]
  })
  return faults.length === 0 ? fine : refuse(caseErrors.scenarioIncomplete, {}, faults)
}
