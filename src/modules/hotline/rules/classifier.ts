/** How many texts were given a label, and how often each word stood in them. */
export interface LabelCounts {
  readonly label: string
  readonly texts: number
  /** All words of these texts. */
  readonly words: number
  /** Of the words that are asked about. */
  readonly times: ReadonlyMap<string, number>
}

export interface Guess {
  readonly label: string
  /** 0 to 1; all labels together are 1. */
  readonly share: number
}

/**
 * Naive Bayes over words: the labels that fit best, likeliest first. A word that a label has not seen counts as seen once in
 * `vocabulary` (Laplace), so that one new word does not rule a label out. Without words or labels there is no guess.
 */
export function guess(words: readonly string[], labels: readonly LabelCounts[], vocabulary: number): readonly Guess[] {
  const texts = labels.reduce((sum, label) => sum + label.texts, 0)
  if (words.length === 0 || texts === 0) return []
  const scored = labels.map(({ label, texts: own, words: total, times }) => ({
    label,
    score: words.reduce((sum, word) => sum + Math.log(((times.get(word) ?? 0) + 1) / (total + vocabulary)), Math.log(own / texts)),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  const weights = scored.map(({ label, score }) => ({ label, weight: Math.exp(score - best) }))
  const sum = weights.reduce((total, { weight }) => total + weight, 0)
  return weights.map(({ label, weight }) => ({ label, share: Math.round((weight / sum) * 1000) / 1000 })).toSorted((a, b) => b.share - a.share)
}

/** Words that may be kept for learning: two Chinese characters or more. Numbers, letters and the single characters of which names are made stay out. */
export function learnable(words: readonly string[]): readonly string[] {
  return words.filter((word) => /^\p{Script=Han}{2,10}$/u.test(word))
}
