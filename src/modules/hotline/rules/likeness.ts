/** How alike two appeals are, and by what; a reader sees the evidence beside the number. */
export interface Likeness {
  readonly sameCaller: boolean
  readonly samePlace: boolean
  /** Words of the one that the other has too, by index. */
  readonly shared: readonly string[]
  /** 0 to 1: shared words over all words, and a quarter more each for the same caller and the same place. */
  readonly score: number
}

interface Compared {
  readonly callerId: string | null
  readonly placeIndex: string | null
  readonly words: readonly string[]
}

export function likenessOf(one: Compared, other: Compared): Likeness {
  const words = new Set(one.words)
  const others = new Set(other.words)
  const shared = [...words].filter((word) => others.has(word))
  const all = words.size + others.size - shared.length
  const sameCaller = one.callerId !== null && one.callerId === other.callerId
  const samePlace = one.placeIndex !== null && one.placeIndex === other.placeIndex
  const score = Math.min(1, (all === 0 ? 0 : shared.length / all) + (sameCaller ? 0.25 : 0) + (samePlace ? 0.25 : 0))
  return { sameCaller, samePlace, shared, score: Math.round(score * 100) / 100 }
}
