import type { CalendarSource } from '#kernel/calendar/calendar-source.ts'
import type { Config } from '#kernel/config/config.ts'
import type { FormerKey } from '#kernel/crypto/office-keys.ts'
import type { Signer } from '#kernel/crypto/signer.ts'
import type { Sm2KeyPair } from '#kernel/crypto/sm2.ts'
import type { Devices } from '#kernel/devices/devices.ts'
import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import type { FileStore } from '#kernel/files/file-store.ts'
import type { PartStore } from '#kernel/files/part-store.ts'
import type { Freshness } from '#kernel/freshness/freshness.ts'
import type { LiveTopic } from '#kernel/live/live-topic.ts'
import type { Log } from '#kernel/log/log.ts'
import type { SettingsSource } from '#kernel/settings/settings-source.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import type { Clock } from '#kernel/time/clock-source.ts'
import type { Vault } from '#kernel/vault/vault.ts'

/** What the process offers to every operation. */
export interface Services {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  /** The calendar in force as this process knows it, its version, and the calendars of single places. */
  readonly legalCalendar: CalendarSource
  /** Counts beyond the last published arrangement by weekdays alone and marks the result provisional: for the clocks of matters. */
  readonly calendar: WorkingCalendar
  /** Refuses a year without arrangement: for whoever asks for a date. */
  readonly strictCalendar: WorkingCalendar
  /** What the city decided for itself; operations read it with `settingsAt`. */
  readonly settings: SettingsSource
  /** Tells when calendar or local rules changed. */
  readonly freshness: Freshness
  /** Every kind of legal document that the modules issue. */
  readonly documentKinds: readonly DocumentKind[]
  /** What open pages may watch, by name. */
  readonly liveTopics: ReadonlyMap<string, LiveTopic>
  readonly vault: Vault
  /** A simulated city: marked in its database, shown on every page, and the only one whose calls may bring their own randomness. */
  readonly simulated: boolean
  readonly files: FileStore
  /** Files that are still coming in. */
  readonly fileParts: PartStore
  /** Card reader and scanner of the windows. */
  readonly devices: Devices
  /** The office's SM2 key: seals documents, signs certificates and checkpoints. */
  readonly officeKey: Sm2KeyPair
  /** Signs with the office's key. */
  readonly signer: Signer
  /** The keys by which the office signed before: what bears their signature and their time stays genuine. */
  readonly formerOfficeKeys: readonly FormerKey[]
}
