import { sql } from 'kysely'
import { open, openWithAny, seal } from '#kernel/crypto/sealed-box.ts'
import type { Db } from '#kernel/db/pool.ts'

const keysAtOnce = 1_000

export interface MasterKeys {
  readonly personalDataKey: Uint8Array
  readonly formerPersonalDataKeys: readonly Uint8Array[]
}

/** Wraps every subject's key that an earlier master key wrapped with today's. The boxes of the subjects stay as they are. Returns how many were wrapped anew; safe to run again. */
export async function rewrapKeys(db: Db, { personalDataKey, formerPersonalDataKeys }: MasterKeys): Promise<number> {
  let wrapped = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ subjectId: string; box: Buffer }>`
      SELECT subject_id AS "subjectId", wrapped_key AS box FROM subject_keys
      WHERE subject_id > ${after} AND wrapped_key IS NOT NULL ORDER BY subject_id LIMIT ${keysAtOnce}`.execute(db)
    const last = rows.at(-1)
    if (!last) return wrapped
    const old = rows.filter(({ subjectId, box }) => !opens(personalDataKey, box, subjectId))
    const anew = old.map(({ subjectId, box }) => seal(personalDataKey, openWithAny(formerPersonalDataKeys, box, associated(subjectId)), associated(subjectId)))
    await sql`
      UPDATE subject_keys k SET wrapped_key = n.box
      FROM unnest(${old.map(({ subjectId }) => subjectId)}::uuid[], ${anew}::bytea[], ${old.map(({ box }) => box)}::bytea[]) AS n (subject_id, box, before)
      WHERE k.subject_id = n.subject_id AND k.wrapped_key = n.before`.execute(db)
    wrapped += old.length
    after = last.subjectId
  }
}

const associated = (subjectId: string): string => `key:${subjectId}`

function opens(key: Uint8Array, box: Uint8Array, subjectId: string): boolean {
  try {
    open(key, box, associated(subjectId))
    return true
  } catch {
    return false
  }
}
