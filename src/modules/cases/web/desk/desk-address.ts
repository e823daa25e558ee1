/** Where the desk stands: everything that is chosen so far is in the address, so that reloading and going back lose nothing. */
export interface DeskAddress {
  readonly applicant: string | undefined
  readonly item: string | undefined
  /** What the clerk searched for. */
  readonly q: string
  /** Answers to the item's questions: `a.<question>=<option>`. */
  readonly answers: Readonly<Record<string, string[]>>
}

export function readDeskAddress(url: string): DeskAddress {
  const { searchParams } = new URL(url)
  const questions = [...new Set(searchParams.keys())].filter((name) => name.startsWith('a.'))
  return {
    applicant: searchParams.get('applicant') ?? undefined,
    item: searchParams.get('item') ?? undefined,
    q: searchParams.get('q')?.trim() ?? '',
    answers: Object.fromEntries(questions.map((name) => [name.slice(2), searchParams.getAll(name)])),
  }
}

/** The address with some of it changed; undefined takes a part away. */
export function deskHref({ applicant, item, q, answers }: Partial<DeskAddress>): string {
  const params = new URLSearchParams()
  if (applicant !== undefined) params.set('applicant', applicant)
  if (item !== undefined) params.set('item', item)
  if (q) params.set('q', q)
  for (const [question, options] of Object.entries(answers ?? {})) for (const option of options) params.append(`a.${question}`, option)
  return params.size === 0 ? '/desk' : `/desk?${params.toString()}`
}
