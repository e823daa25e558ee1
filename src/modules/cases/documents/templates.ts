import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { acceptanceVoucher } from './acceptance-voucher.ts'
import { approval } from './approval.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import { extensionNotice } from './extension-notice.ts'
import { feeNotice } from './fee-notice.ts'
import { feeReceipt } from './fee-receipt.ts'
import { gapCommitment } from './gap-commitment.ts'
import { hearingNotice } from './hearing-notice.ts'
import { nonAcceptance } from './non-acceptance.ts'
import { notRequired } from './not-required.ts'
import { oneTimeNotice } from './one-time-notice.ts'
import { outOfScope } from './out-of-scope.ts'
import { pledge } from './pledge.ts'
import { receiptSlip } from './receipt-slip.ts'
import { refusal } from './refusal.ts'
import { revocation } from './revocation.ts'
import { specialProcedureNotice } from './special-procedure-notice.ts'
import { withdrawal } from './withdrawal.ts'

/** Every legal document that a case can issue, in the order of its life. */
export const caseDocuments = {
  receiptSlip,
  acceptanceVoucher,
  oneTimeNotice,
  nonAcceptance,
  notRequired,
  outOfScope,
  specialProcedureNotice,
  extensionNotice,
  hearingNotice,
  approval,
  refusal,
  withdrawal,
  revocation,
  pledge,
  gapCommitment,
  deliveryReceipt,
  feeNotice,
  feeReceipt,
} as const satisfies Record<string, DocumentTemplate>

export type CaseDocumentKind = keyof typeof caseDocuments
