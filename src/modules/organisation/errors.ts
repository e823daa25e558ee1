import type { RefusalType } from '#kernel/errors/refusal.ts'

/** What this module may answer with; titles are in `locales/` under `errors`. */
export const organisationErrors = {
  outsideHallScope: { code: 'organisation.outside-hall-scope', kind: 'unprocessable' },
  outsideWindowScope: { code: 'organisation.outside-window-scope', kind: 'unprocessable' },
  noEligibleOfficer: { code: 'organisation.no-eligible-officer', kind: 'conflict' },
  acceptorIsApprover: { code: 'organisation.acceptor-is-approver', kind: 'forbidden' },
  tooFewOfficers: { code: 'organisation.too-few-officers', kind: 'unprocessable' },
  notHead: { code: 'organisation.not-head', kind: 'forbidden' },
  noHead: { code: 'organisation.no-head', kind: 'conflict' },
  agencyNotGrantedByHead: { code: 'organisation.agency-not-granted-by-head', kind: 'forbidden' },
  agencyDeputyUnfit: { code: 'organisation.agency-deputy-unfit', kind: 'unprocessable' },
  agencyOverlaps: { code: 'organisation.agency-overlaps', kind: 'conflict' },
  rolesExclude: { code: 'organisation.roles-exclude-each-other', kind: 'conflict' },
  readOnlyRole: { code: 'organisation.read-only-role', kind: 'forbidden' },
  tooManySignatures: { code: 'organisation.too-many-signatures', kind: 'unprocessable' },
  signatureMissing: { code: 'organisation.signature-missing', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
