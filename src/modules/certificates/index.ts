import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { certificateErrors } from './errors.ts'
import { markExpiredJob } from './jobs.ts'
import { certificateLifecycle } from './lifecycle.ts'
import { answerDoubt } from './operations/answer-doubt.ts'
import { deregister } from './operations/deregister.ts'
import { getCertificateFace } from './operations/get-certificate-face.ts'
import { getCertificatePdf } from './operations/get-certificate-pdf.ts'
import { getDoubt } from './operations/get-doubt.ts'
import { listDoubts } from './operations/list-doubts.ts'
import { listMine } from './operations/list-mine.ts'
import { listUses } from './operations/list-uses.ts'
import { loadTypes } from './operations/load-types.ts'
import { markExpired } from './operations/mark-expired.ts'
import { rescind } from './operations/rescind.ts'
import { restore } from './operations/restore.ts'
import { revoke } from './operations/revoke.ts'
import { verifyCertificate } from './operations/verify-certificate.ts'
import { withhold } from './operations/withhold.ts'
import { certificateKinds } from './documents/document-kinds.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }

export type { CertificateSummary } from './certificate-summary.ts'
export { getCertificateType } from './certificate-type.ts'
export { changeCertificateState, type StateOrder } from './change-state.ts'
export { findForgedCertificate } from './store/forged-certificate.ts'
export { issueCertificate, type NewCertificate, reserveSerial } from './issue-certificate.ts'
export { listHeldKinds } from './store/certificate-rows.ts'
export { type Doubt, raiseDoubt } from './raise-doubt.ts'
export { type CertificateUse, findCertificate, getCertificateFields, listUsable, paperMayBeDemanded, useCertificate } from './use-certificate.ts'

export const certificates = defineModule({
  name: 'certificates',
  needs: ['organisation', 'subjects'],
  operations: [verifyCertificate, getCertificatePdf, getCertificateFace, listMine, listUses, withhold, restore, rescind, revoke, deregister, listDoubts, getDoubt, answerDoubt, markExpired, loadTypes],
  permissions: {
    'certificates:read-own': { roles: ['person'] },
    'certificates:read-doubts': { roles: ['approver', 'unitHead', 'supervisor'] },
    'certificates:manage': { roles: ['approver', 'unitHead'] },
    'certificates:apply-law': { roles: ['administrator'] },
    'certificates:load-types': { roles: ['administrator'] },
  },
  refusals: certificateErrors,
  lifecycles: [certificateLifecycle],
  jobs: [markExpiredJob],
  documents: certificateKinds,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})
