import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { runDraw, type DrawCommitment, type DrawTranscript } from './draw.ts'

/**
 * What does not fit: `commitment` (another than was published), `selection` (the draw gives others: see `expected`),
 * or the code of the refusal with which the draw itself answers, such as `draw.other-candidates`.
 */
interface DrawDifference {
  readonly what: string
  readonly expected?: readonly string[]
}

/** Whether the transcript is what the draw gives. */
export type DrawReplay = { readonly same: true } | { readonly same: false; readonly difference: DrawDifference }

/** Repeats a draw from its transcript and the commitment as it was published, which the checker must have from elsewhere than the transcript. */
export function replayDraw(transcript: DrawTranscript, published: DrawCommitment): DrawReplay {
  if (canonicalJson({ ...transcript.commitment }) !== canonicalJson({ ...published })) return differs({ what: 'commitment' })
  const again = runDraw({ ...transcript, seed: Buffer.from(transcript.seed, 'hex') })
  if (!again.ok) return differs({ what: again.refusal.code })
  const expected = again.value.selected
  return canonicalJson(expected) === canonicalJson(transcript.selected) ? { same: true } : differs({ what: 'selection', expected })
}

function differs(difference: DrawDifference): DrawReplay {
  return { same: false, difference }
}
