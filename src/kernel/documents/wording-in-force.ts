import type { Ctx } from '#kernel/contract/operation.ts'
import type { Services } from '#kernel/contract/services.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { changeOn, type SettingChange } from '#kernel/settings/change.ts'
import { localRuleLifecycle } from '#kernel/settings/lifecycle.ts'
import { settingKey } from '#kernel/settings/setting.ts'
import { holdRule, readChanges } from '#kernel/settings/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { DocumentKind } from './document-kind.ts'
import { documentErrors } from './errors.ts'
import type { DocumentTemplate } from './template.ts'
import { worded, type Wording } from './wording.ts'

/** Under which key the ledger has the office's words for a kind of document: they are local rules whose value is a text. */
export function wordingKey(kind: string): string {
  return settingKey('documents', kind)
}

/** The words of a change as the ledger keeps them. */
export function wordingOf({ value }: Pick<SettingChange, 'value'>): Wording {
  return JSON.parse(String(value)) as Wording
}

/**
 * A template in the words that hold on a day, read without a trip. A change begins on a day that is still to come, so the words of a day
 * that has begun stay what they were, and a document keeps those of its day of issue.
 */
export function templateOn({ settings }: Pick<Services, 'settings'>, template: DocumentTemplate, day: Day): DocumentTemplate {
  if (settings.version === 0) return template
  const change = changeOn(settings.changesOf(wordingKey(template.kind)), day)
  return change === undefined ? template : worded(template, wordingOf(change))
}

/** A kind of document that an office may word: letters, not certificates, whose face is the certificate's own. */
export function getWordable({ services }: Ctx, kind: string): DocumentKind {
  const found = services.documentKinds.find(({ template }) => template.kind === kind && template.layout === 'letter')
  if (found === undefined) throw new Refusal(documentErrors.kindUnknown)
  return found
}

/** The words of a kind as the ledger has them now, held against other changes until commit. */
export async function holdWording({ db }: Ctx, kind: string): Promise<{ readonly changes: readonly SettingChange[]; readonly matter: Matter | undefined }> {
  const key = wordingKey(kind)
  await holdRule(db, key)
  const matter = await findMatter(db, localRuleLifecycle.kind, key, true)
  return { changes: (await readChanges(db)).get(key) ?? [], matter }
}
