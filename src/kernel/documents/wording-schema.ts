import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { printable } from './placeholders.ts'
import type { DocumentTemplate } from './template.ts'
import { type Wording, wordableTexts } from './wording.ts'

export const DocumentKindName = z.string().regex(/^[a-zA-Z-]{1,60}$/)

/** Every wordable text of a kind in its order; one left as it was shipped is no word of the office. */
export const WordingTexts = z.array(z.string().trim().min(1).max(2000)).max(60)

export const ShownWordingChange = z.object({ validFrom: Day, reason: z.string(), document: z.string(), decidedAt: z.string(), by: z.string(), changed: z.int(), withdrawn: z.boolean() })

/** What differs from the shipped texts, by those; without the invisible signs that make a page say what its text does not. */
export function wordingFrom(template: DocumentTemplate, texts: readonly string[]): Wording {
  return Object.fromEntries(
    wordableTexts(template).flatMap((shipped, place) => {
      const text = printable(texts[place] ?? shipped)
      return text === '' || text === shipped ? [] : [[shipped, text] as const]
    }),
  )
}
