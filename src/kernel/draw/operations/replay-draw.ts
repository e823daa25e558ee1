import { z } from 'zod'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { commitmentDigest, findDraw, transcriptDigest } from '../recorded-draw.ts'
import { replayDraw, type DrawReplay } from '../replay.ts'

const Transcript = z.object({
  commitment: z.object({ scheme: z.literal('yimen-draw-1'), matter: z.string(), seedDigest: z.string(), listDigest: z.string(), publicSource: z.string() }),
  seed: z.string(),
  candidates: z.array(z.string()).readonly(),
  count: z.number().int(),
  context: z.object({ matter: z.string(), publicValue: z.string() }),
  exclude: z.array(z.object({ candidate: z.string(), reason: z.string() })).readonly(),
  selected: z.array(z.string()).readonly(),
})

/** Anyone who has the id of a draw may see how it came about (M-06): references and codes, no names. */
export const replayDrawOperation = defineOperation({
  name: 'kernel.replay-draw',
  summary: 'Shows the transcript of a draw and whether repeating it gives the same selection',
  kind: 'query',
  http: { method: 'GET', path: '/draws/{id}' },
  access: 'public',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.string(),
    purpose: z.string(),
    drawnAt: z.string(),
    commitmentDigest: z.string(),
    transcriptDigest: z.string(),
    transcript: Transcript,
    replays: z.boolean(),
    /** What does not fit, when it does not replay. */
    difference: z.string().nullable(),
  }),
  refusals: [contractRefusals.notFound],
  examples: [{ summary: 'The draw that a notice names', input: { id: '019d2f3e-8a00-7000-8000-000000000001' } }],
  async run({ db }, { id }) {
    const draw = await findDraw(db, id)
    if (!draw) throw new Refusal(contractRefusals.notFound)
    const { transcript, commitment, purpose, drawnAt } = draw
    const replay: DrawReplay = commitmentDigest(transcript.commitment).equals(commitment) ? replayDraw(transcript, transcript.commitment) : { same: false, difference: { what: 'commitment' } }
    return {
      id,
      purpose,
      drawnAt: instantText(drawnAt),
      commitmentDigest: commitment.toString('hex'),
      transcriptDigest: transcriptDigest(transcript),
      transcript,
      replays: replay.same,
      difference: replay.same ? null : replay.difference.what,
    }
  },
})
