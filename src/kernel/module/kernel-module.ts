import { join } from 'node:path'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { verifyDocument } from '#kernel/documents/operations/verify-document.ts'
import { refusals as drawRefusals } from '#kernel/draw/errors.ts'
import { replayDrawOperation } from '#kernel/draw/operations/replay-draw.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { getOwnFile } from '#kernel/files/operations/get-own-file.ts'
import { uploadFile } from '#kernel/files/operations/upload-file.ts'
import { refusals as idRefusals } from '#kernel/ids/errors.ts'
import { ledgerRefusals } from '#kernel/ledger/errors.ts'
import { makeCheckpointJob } from '#kernel/ledger/jobs.ts'
import { getConsistencyProof } from '#kernel/ledger/operations/get-consistency-proof.ts'
import { getInclusionProof } from '#kernel/ledger/operations/get-inclusion-proof.ts'
import { listCheckpoints } from '#kernel/ledger/operations/list-checkpoints.ts'
import { makeCheckpointOperation } from '#kernel/ledger/operations/make-checkpoint.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { sendNotificationsJob } from '#kernel/notify/jobs.ts'
import { listMessages } from '#kernel/notify/operations/list-messages.ts'
import { listSentMessages } from '#kernel/notify/operations/list-sent-messages.ts'
import { markMessageRead } from '#kernel/notify/operations/mark-message-read.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { enrolSecondFactor } from '#kernel/session/operations/enrol-second-factor.ts'
import { offerSecondFactor } from '#kernel/session/operations/offer-second-factor.ts'
import { signOut } from '#kernel/session/operations/sign-out.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { addToDate } from '#kernel/time/operations/add-to-date.ts'
import { defineModule } from './define-module.ts'
import { kernelLocales } from './kernel-texts.ts'

/** The kernel's own operations, tables and texts, declared like a module's. */
export const kernelModule = defineModule({
  name: 'kernel',
  needs: [],
  operations: [
    addToDate,
    makeCheckpointOperation,
    listCheckpoints,
    getInclusionProof,
    getConsistencyProof,
    replayDrawOperation,
    verifyDocument,
    uploadFile,
    getOwnFile,
    listMessages,
    markMessageRead,
    listSentMessages,
    signOut,
    offerSecondFactor,
    enrolSecondFactor,
  ],
  permissions: {
    'kernel:make-checkpoint': { roles: ['administrator'] },
    'kernel:read-sent-messages': { roles: ['administrator'] },
    'kernel:enrol-second-factor': { roles: ['staff'] },
  },
  refusals: byCode(contractRefusals, lifecycleRefusals, timeErrors, drawRefusals, ledgerRefusals, documentErrors, fileErrors, idRefusals, sessionErrors),
  jobs: [makeCheckpointJob, sendNotificationsJob],
  locales: kernelLocales,
  migrations: join(import.meta.dirname, '../migrations'),
})

/** Folders name their refusals for themselves; together only the code is unique. */
function byCode(...sets: readonly Readonly<Record<string, RefusalType>>[]): Readonly<Record<string, RefusalType>> {
  return Object.fromEntries(sets.flatMap((set) => Object.values(set)).map((type) => [type.code, type]))
}
