import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export interface FeeRow {
  readonly id: string
  readonly name: string
  readonly standard: string
  readonly basis: string
  readonly calculation: string | null
  readonly amountMinor: number
  readonly state: 'due' | 'paid' | 'refunded'
  readonly demandedAt: Date
  readonly paidAt: Date | null
  readonly channel: string | null
  readonly channelReference: string | null
  readonly receiptNumber: string | null
  readonly refundedAt: Date | null
  readonly refundCause: string | null
}

/** The fees of a case, the oldest first. */
export async function listFeesOf(db: Db, caseId: string): Promise<readonly FeeRow[]> {
  const { rows } = await sql<FeeRow>`
    SELECT id, name, standard, basis, calculation, amount_minor::float8 AS "amountMinor", state, demanded_at AS "demandedAt", paid_at AS "paidAt", channel,
      channel_reference AS "channelReference", receipt_number AS "receiptNumber", refunded_at AS "refundedAt", refund_cause AS "refundCause"
    FROM case_fees WHERE case_id = ${caseId} ORDER BY demanded_at, id`.execute(db)
  return rows
}

export type NewFee = Pick<FeeRow, 'id' | 'name' | 'standard' | 'basis' | 'calculation' | 'amountMinor' | 'demandedAt'> & { readonly caseId: string; readonly demandedBy: string }

export async function insertFee(db: Db, fee: NewFee): Promise<void> {
  await sql`INSERT INTO case_fees (id, case_id, name, standard, basis, calculation, amount_minor, state, demanded_by, demanded_at)
    VALUES (${fee.id}, ${fee.caseId}, ${fee.name}, ${fee.standard}, ${fee.basis}, ${fee.calculation}, ${fee.amountMinor}, 'due', ${fee.demandedBy}, ${fee.demandedAt})`.execute(db)
}

export async function markFeePaid(db: Db, id: string, paid: { readonly at: Date; readonly channel: string; readonly reference: string; readonly receiptNumber: string }): Promise<void> {
  await sql`UPDATE case_fees SET state = 'paid', paid_at = ${paid.at}, channel = ${paid.channel}, channel_reference = ${paid.reference}, receipt_number = ${paid.receiptNumber}
    WHERE id = ${id} AND state = 'due'`.execute(db)
}

export async function markFeeRefunded(db: Db, id: string, refunded: { readonly at: Date; readonly cause: string; readonly reference: string }): Promise<void> {
  await sql`UPDATE case_fees SET state = 'refunded', refunded_at = ${refunded.at}, refund_cause = ${refunded.cause}, refund_reference = ${refunded.reference} WHERE id = ${id} AND state = 'paid'`.execute(db)
}
