import { count, defineSettings, limit } from '#kernel/settings/setting.ts'
import { categories } from './categories.ts'

/** What a city may decide about its grid. */
export const gridSettings = defineSettings('grid', {
  /** From a report to 立案 or 不立案. */
  filing: limit(2, 'WORKING_HOUR', { least: 1, most: 40 }),
  /** From the unit's feedback to the look on the spot. */
  verification: limit(4, 'WORKING_HOUR', { least: 1, most: 40 }),
  /** No extension is longer than this, nor longer than what it extends. */
  longestExtension: limit(35, 'WORKING_HOUR', { least: 1, most: 700 }),
  /** G-06: what cannot be solved is looked at again after no more than so many days. */
  longestShelf: limit(90, 'CALENDAR_DAY', { least: 1, most: 366 }),
  /** How near the place of an event its verification has to be, in metres (G-03). */
  siteRadius: count(200, { least: 20, most: 5000 }),
})

/** The local rule of a class: how long handling it may take. */
export function limitNameOf(category: string): string {
  return `limit${category}`
}

/** How long handling each class may take, until the city decides otherwise as the catalogue of classes has it. */
export const categoryLimits = defineSettings('grid', Object.fromEntries(categories.map(({ key, hours }) => [limitNameOf(key), limit(hours, 'WORKING_HOUR', { least: 1, most: 700 })])))

/** Everything that a city may decide about its grid. */
export const everyGridSetting = defineSettings('grid', { ...gridSettings.settings, ...categoryLimits.settings })
