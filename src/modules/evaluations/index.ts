import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { evaluationErrors } from './errors.ts'
import { inviteUnevaluatedJob } from './jobs.ts'
import { rectificationLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { callBack } from './operations/call-back.ts'
import { closeRectification } from './operations/close-rectification.ts'
import { excludeReview } from './operations/exclude-review.ts'
import { findInvalid } from './operations/find-invalid.ts'
import { getFigures } from './operations/get-figures.ts'
import { getRectification } from './operations/get-rectification.ts'
import { inviteUnevaluated } from './operations/invite-unevaluated.ts'
import { listForCase } from './operations/list-for-case.ts'
import { listPublic } from './operations/list-public.ts'
import { listRectifications } from './operations/list-rectifications.ts'
import { rate } from './operations/rate.ts'
import { recordContact } from './operations/record-contact.ts'
import { getRectificationClock, getRectificationLedger } from './operations/rectification-records.ts'
import { rectifyCause } from './operations/rectify-cause.ts'
import { reopenRectification } from './operations/reopen-rectification.ts'
import { verifyReview } from './operations/verify-review.ts'
import { evaluationSettings } from './settings.ts'

export const evaluations = defineModule({
  name: 'evaluations',
  needs: ['organisation'],
  operations: [
    rate, listForCase, listPublic, getFigures, excludeReview,
    listRectifications, getRectification, getRectificationLedger, getRectificationClock,
    recordContact, verifyReview, findInvalid, rectifyCause, callBack, closeRectification, reopenRectification,
    inviteUnevaluated,
  ],
  permissions,
  refusals: evaluationErrors,
  lifecycles: [rectificationLifecycle],
  jobs: [inviteUnevaluatedJob],
  settings: evaluationSettings,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { handlesReviewOf } from './handles-review-of.ts'
export { recordServiceEvent, type ServiceEventInput } from './record-evaluable-event.ts'
export { ServiceEventKind } from './schema.ts'
export { evaluationMetrics } from './metrics.ts'
