import { z } from 'zod'
import { forgetAnswers } from '#kernel/contract/idempotency.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { forgetUploads } from '#kernel/files/upload-store.ts'
import { forgetPhoneCodes } from '#kernel/session/phone-codes.ts'
import { forgetEndedSessions } from '#kernel/session/sessions.ts'

const dayMs = 86_400_000
/** A machine client that stood still over a long weekend may still repeat its calls. */
const answerDays = 4
/** Long enough to look into a complaint about a sign-in; the access log stays for good. */
const sessionDays = 30
const phoneCodeDays = 1
/** Who had no line on Friday goes on with a file in the week after. */
const uploadDays = 7

/** What served its purpose goes (个人信息保护法 art. 19: the shortest time that the purpose needs). Ledger, documents and access log are never touched. */
export const cleanUp = defineOperation({
  name: 'kernel.clean-up',
  summary: 'Forgets answers of idempotency keys, ended sessions, phone codes and unfinished uploads whose time is over',
  kind: 'command',
  access: { permission: 'kernel:clean-up' },
  input: z.object({}),
  output: z.object({ answers: z.int(), sessions: z.int(), phoneCodes: z.int(), uploads: z.int() }),
  refusals: [],
  async run({ db, now, services }) {
    const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs)
    const givenUp = await forgetUploads(db, daysAgo(uploadDays))
    for (const id of givenUp) await services.fileParts.remove(id)
    return {
      answers: await forgetAnswers(db, daysAgo(answerDays)),
      sessions: await forgetEndedSessions(db, daysAgo(sessionDays)),
      phoneCodes: await forgetPhoneCodes(db, daysAgo(phoneCodeDays)),
      uploads: givenUp.length,
    }
  },
})
