import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { certificateErrors } from '../errors.ts'
import { CertificateType } from '../schema.ts'
import { listTypeCodes, saveTypes } from '../store/type-rows.ts'

/** The directory of kinds of certificate. A kind without a national code gets one under the office's credit code, once and for ever. */
export const loadTypes = defineOperation({
  name: 'certificates.load-types',
  summary: 'Loads the directory of kinds of certificate, or brings it up to date',
  kind: 'command',
  access: { permission: 'certificates:load-types' },
  input: z.strictObject({ types: z.array(CertificateType).min(1).max(900) }),
  output: z.object({ loaded: z.int() }),
  refusals: [certificateErrors.typeCodesUsedUp],
  async run(ctx, { types }) {
    const known = await listTypeCodes(ctx.db)
    const taken = new Set(known.values())
    const { creditCode } = await getOffice(ctx.db)
    let sequence = 0
    const nextCode = () => {
      for (sequence += 1; sequence <= 999; sequence += 1) {
        const code = `${creditCode}${String(sequence).padStart(3, '0')}`
        if (!taken.has(code)) return code
      }
      throw new Refusal(certificateErrors.typeCodesUsedUp)
    }
    await saveTypes(ctx.db, types.map((type) => ({ ...type, code: known.get(type.key) ?? type.code ?? nextCode() })))
    return { loaded: types.length }
  },
})
