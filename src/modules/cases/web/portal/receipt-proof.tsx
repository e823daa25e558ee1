import type { OutputOf } from '#app'
import { CodeProof } from '#ui/code-proof.tsx'
import { Note } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import { say } from './text.ts'

export type InclusionProof = OutputOf<'kernel.get-inclusion-proof'>

/** The hash of what was filed, and that it stands in the signed root of the office's ledger: whoever keeps both can prove it later. */
export function ReceiptProof({ hash, proof }: { readonly hash: string; readonly proof: InclusionProof | null }) {
  return (
    <>
      <CodeProof label={say('receipt.proof')} code={hash} note={say('receipt.proof.note')} />
      {proof === null ? (
        <Note>{say('receipt.proof.soon')}</Note>
      ) : (
        <>
          <CodeProof label={say('receipt.root')} code={proof.checkpoint.root} note={say('receipt.root.note', { place: proof.leafIndex + 1, size: proof.checkpoint.treeSize, at: instantWords(proof.checkpoint.signedAt), steps: proof.auditPath.length })} />
          <p className="meta">
            <a href={`/api/v1/ledger/proofs/${hash}?treeSize=${proof.checkpoint.treeSize}`}>{say('receipt.proof.get')}</a>
          </p>
        </>
      )}
    </>
  )
}
