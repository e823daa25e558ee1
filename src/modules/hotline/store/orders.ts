import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { GuidedApplication, OrderKind, RejectionClass, Satisfaction, ToldChannel, UpperOrder, UpperSource } from '../schema.ts'
import type { Suggestion } from '../suggestion.ts'
import type { HotlineTables } from '../tables.ts'

/** A work order with what belongs to it. */
export interface Order {
  readonly matter: Matter
  readonly kind: OrderKind
  readonly callerId: string
  readonly personId: string | null
  readonly queryCodeHash: string
  readonly secret: boolean
  readonly emergency: boolean
  readonly priority: number
  readonly category: string | null
  readonly suggestion: Suggestion
  readonly sealedAppeal: Buffer
  readonly sealedBrief: Buffer | null
  readonly wordIndex: readonly string[]
  readonly concernedUnitId: string | null
  /** `kind:id` of who took it in. */
  readonly firstTaker: string
  /** Number of the member of staff who answers for it to the caller (首问负责). */
  readonly firstContact: string | null
  readonly caseMatterId: string | null
  /** Of what came by letter or e-mail. */
  readonly letterWrittenOn: Day | null
  readonly letterArrivedOn: Day | null
  /** The hotline above from which it came, and its number there. */
  readonly upper: UpperOrder | null
  readonly dispatchedAt: Date | null
  readonly designated: boolean
  readonly returns: number
  readonly repliedAt: Date | null
  readonly sealedReply: Buffer | null
  readonly articleId: string | null
  readonly articleVersion: number | null
  readonly application: GuidedApplication | null
  readonly rejectionClass: RejectionClass | null
  readonly toldChannel: ToldChannel | null
  readonly originalNumber: string | null
  readonly callbackTries: number
  readonly satisfaction: Satisfaction | null
  readonly solved: boolean | null
  readonly unitFault: boolean | null
  readonly redos: number
  readonly remindedAt: Date | null
  readonly criticisedAt: Date | null
  readonly assistants: readonly { readonly unitId: string; readonly replied: boolean }[]
  readonly recused: readonly string[]
}

/** Reads an order by its number; `forUpdate` holds it until commit. */
export async function findOrder(db: Db, number: string, forUpdate: boolean): Promise<Order | undefined> {
  const matter = await findMatter(db, 'workOrder', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<Omit<Order, 'matter'>>`
    SELECT o.kind, o.caller_id AS "callerId", o.person_id AS "personId", o.query_code_hash AS "queryCodeHash", o.secret, o.emergency, o.priority, o.category, o.suggestion,
      o.sealed_appeal AS "sealedAppeal", o.sealed_brief AS "sealedBrief", o.word_index AS "wordIndex", o.concerned_unit_id AS "concernedUnitId", o.first_taker AS "firstTaker", o.first_contact AS "firstContact",
      o.case_matter_id AS "caseMatterId", o.letter_written_on AS "letterWrittenOn", o.letter_arrived_on AS "letterArrivedOn",
      CASE WHEN o.upper_number IS NOT NULL THEN jsonb_build_object('source', o.upper_source, 'number', o.upper_number) END AS upper, o.dispatched_at AS "dispatchedAt", o.designated, o.returns, o.replied_at AS "repliedAt", o.sealed_reply AS "sealedReply",
      o.article_id AS "articleId", o.article_version AS "articleVersion", o.application, o.rejection_class AS "rejectionClass", o.told_channel AS "toldChannel",
      (SELECT m.number FROM matters m WHERE m.id = o.original_id) AS "originalNumber", o.callback_tries AS "callbackTries", o.satisfaction, o.solved, o.unit_fault AS "unitFault",
      o.redos, o.reminded_at AS "remindedAt", o.criticised_at AS "criticisedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'replied', a.replied_at IS NOT NULL) ORDER BY a.unit_id) FROM order_assistants a WHERE a.order_id = o.id), '[]') AS assistants,
      coalesce((SELECT jsonb_agg(r.staff_id ORDER BY r.staff_id) FROM order_recusals r WHERE r.order_id = o.id), '[]') AS recused
    FROM work_orders o WHERE o.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

export interface NewOrder {
  readonly id: string
  readonly kind: OrderKind
  readonly caller_id: string
  readonly person_id: string | null
  readonly query_code_hash: string
  readonly secret: boolean
  readonly emergency: boolean
  readonly priority: number
  /** What whoever filed it says that it is about; the office decides when it dispatches. */
  readonly category: string | null
  readonly suggestion: Suggestion
  readonly sealed_appeal: Buffer
  readonly word_index: readonly string[]
  readonly place_index: string | null
  readonly concerned_unit_id: string | null
  readonly first_taker: string
  readonly first_contact: string | null
  readonly case_matter_id: string | null
  readonly letter_written_on: Day | null
  readonly letter_arrived_on: Day | null
  readonly upper_source: UpperSource | null
  readonly upper_number: string | null
}

/** Answers whether it is kept: not if the hotline above has passed it on before. */
export async function insertOrder(db: Db, row: NewOrder): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables<HotlineTables>(db)
    .insertInto('work_orders')
    .values({ ...row, word_index: [...row.word_index], suggestion: JSON.stringify(row.suggestion) })
    .onConflict((conflict) => conflict.constraint('work_orders_upper').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface OrderChange {
  readonly priority?: number
  readonly category?: string
  readonly sealed_brief?: Buffer | null
  readonly dispatched_at?: Date
  readonly designated?: boolean
  readonly returns?: number
  readonly replied_at?: Date | null
  readonly reply_due_at?: Date | null
  readonly sealed_reply?: Buffer
  readonly article_id?: string | null
  readonly article_version?: number | null
  readonly application?: string | null
  readonly rejection_class?: RejectionClass
  readonly told_channel?: ToldChannel
  readonly original_id?: string
  readonly callback_tries?: number
  readonly satisfaction?: Satisfaction | null
  readonly solved?: boolean | null
  readonly unit_fault?: boolean | null
  readonly called_back_at?: Date | null
  readonly redos?: number
  readonly reminded_at?: Date | null
  readonly criticised_at?: Date | null
  readonly first_contact?: string | null
}

/** Whoever has an order from now on, or has it once more, was not urged yet (H-08). */
export const notYetUrged = { reminded_at: null, criticised_at: null } as const satisfies OrderChange

export async function updateOrder(db: Db, id: string, change: OrderChange): Promise<void> {
  await tables<HotlineTables>(db).updateTable('work_orders').set(change).where('id', '=', id).execute()
}

/** Puts these units in the place of the assistants that an order had. */
export async function replaceAssistants(db: Db, orderId: string, unitIds: readonly string[]): Promise<void> {
  await tables<HotlineTables>(db).deleteFrom('order_assistants').where('order_id', '=', orderId).execute()
  if (unitIds.length > 0) await tables<HotlineTables>(db).insertInto('order_assistants').values(unitIds.map((unitId) => ({ order_id: orderId, unit_id: unitId }))).execute()
}

export async function markAssisted(db: Db, orderId: string, unitIds: readonly string[], at: Date): Promise<void> {
  await tables<HotlineTables>(db).updateTable('order_assistants').set({ replied_at: at }).where('order_id', '=', orderId).where('unit_id', 'in', [...unitIds]).execute()
}

export async function insertRecusal(db: Db, row: { readonly order_id: string; readonly staff_id: string; readonly ground: string; readonly recused_by: string; readonly recused_at: Date }): Promise<void> {
  await tables<HotlineTables>(db).insertInto('order_recusals').values(row).onConflict((conflict) => conflict.doNothing()).execute()
}
