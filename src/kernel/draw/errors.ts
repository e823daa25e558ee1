import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a draw is refused. */
export const refusals = {
  seedLength: { code: 'draw.seed-length', kind: 'invalid' },
  repeatedCandidate: { code: 'draw.repeated-candidate', kind: 'invalid' },
  countNotPositive: { code: 'draw.count-not-positive', kind: 'invalid' },
  exclusionUnknown: { code: 'draw.exclusion-unknown', kind: 'invalid' },
  exclusionWithoutReason: { code: 'draw.exclusion-without-reason', kind: 'invalid' },
  otherSeed: { code: 'draw.other-seed', kind: 'conflict' },
  otherCandidates: { code: 'draw.other-candidates', kind: 'conflict' },
  otherMatter: { code: 'draw.other-matter', kind: 'conflict' },
  publicValueMismatch: { code: 'draw.public-value-mismatch', kind: 'conflict' },
  tooFewEligible: { code: 'draw.too-few-eligible', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
