import { hmacSm3, sm3Hex } from '#kernel/crypto/sm3.ts'
import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { refusals } from './errors.ts'
import { randomOrder } from './random-order.ts'

/** What is published before the draw. `publicSource` names the value that will be mixed in and does not exist yet; `none` if there is none. Digests are SM3 in hexadecimal. */
export interface DrawCommitment {
  readonly scheme: 'yimen-draw-1'
  readonly matter: string
  readonly seedDigest: string
  readonly listDigest: string
  readonly publicSource: string
}

/** Somebody who must not be selected, and why. */
export interface Exclusion {
  readonly candidate: string
  readonly reason: string
}

/** The public values that are mixed with the seed; `publicValue` is empty if the commitment names no source. */
interface DrawContext {
  readonly matter: string
  readonly publicValue: string
}

/** What a draw needs. `seed` has 32 bytes; `candidates` are in the frozen order, each once. */
export interface DrawRequest {
  readonly commitment: DrawCommitment
  readonly seed: Uint8Array
  readonly candidates: readonly string[]
  readonly count: number
  readonly context: DrawContext
  readonly exclude: readonly Exclusion[]
}

/** Everything that another party needs to repeat the draw; the seed is in hexadecimal. */
export interface DrawTranscript extends Omit<DrawRequest, 'seed'> {
  readonly seed: string
  readonly selected: readonly string[]
}

/** What is to be published before the draw. Refuses a seed that is not 32 bytes and a list that names someone twice. */
export function commitDraw(draw: Pick<DrawRequest, 'seed' | 'candidates'> & Pick<DrawCommitment, 'matter' | 'publicSource'>): Verdict<DrawCommitment> {
  const { seed, candidates, matter, publicSource } = draw
  if (seed.length !== 32) return refuse(refusals.seedLength)
  if (new Set(candidates).size !== candidates.length) return refuse(refusals.repeatedCandidate)
  return fineWith({ scheme: 'yimen-draw-1', matter, seedDigest: digestOfSeed(seed), listDigest: digestOfList(candidates), publicSource })
}

/** Draws `count` candidates in order. Refuses whatever the commitment does not cover, exclusions without a reason, and more than are eligible. */
export function runDraw(request: DrawRequest): Verdict<DrawTranscript> {
  const { commitment, seed, candidates, count, context, exclude } = request
  const again = commitDraw({ ...commitment, seed, candidates })
  if (!again.ok) return again
  if (again.value.seedDigest !== commitment.seedDigest) return refuse(refusals.otherSeed)
  if (again.value.listDigest !== commitment.listDigest) return refuse(refusals.otherCandidates)
  if (context.matter !== commitment.matter) return refuse(refusals.otherMatter)
  if ((context.publicValue === '') !== (commitment.publicSource === 'none')) return refuse(refusals.publicValueMismatch)
  if (!Number.isInteger(count) || count < 1) return refuse(refusals.countNotPositive)

  const excluded = new Set(exclude.map((exclusion) => exclusion.candidate))
  if (!excluded.isSubsetOf(new Set(candidates))) return refuse(refusals.exclusionUnknown)
  if (exclude.some((exclusion) => exclusion.reason.trim() === '')) return refuse(refusals.exclusionWithoutReason)
  const eligible = candidates.length - excluded.size
  if (count > eligible) return refuse(refusals.tooFewEligible, { count, eligible })

  const key = hmacSm3(seed, `yimen/draw/key/1\0${canonicalJson({ ...context, listDigest: commitment.listDigest })}`)
  const selected = randomOrder(key, candidates).filter((candidate) => !excluded.has(candidate)).slice(0, count)
  return fineWith({ commitment, seed: Buffer.from(seed).toString('hex'), candidates, count, context, exclude, selected })
}

function digestOfSeed(seed: Uint8Array): string {
  return sm3Hex(Buffer.concat([Buffer.from('yimen/draw/seed/1\0'), seed]))
}

function digestOfList(candidates: readonly string[]): string {
  return sm3Hex(`yimen/draw/list/1\0${canonicalJson(candidates)}`)
}
