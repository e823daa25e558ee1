import type { TestOffice } from '#test/harness/office.ts'
import { mayRead, type Reading } from './who-may-read.ts'

interface ReadingRow extends Reading {
  readonly at: Date
  readonly number: string | null
}

/** Nobody saw what he may not see: every reading that stands in the access log was by somebody whose role and unit needed it that day. */
export async function judgeReadings({ database: { pool } }: TestOffice): Promise<readonly string[]> {
  const { rows } = await pool.query<ReadingRow>(`
    SELECT l.at, l.act, l.actor, l.purpose, m.kind, m.number, s.unit_id AS employer,
      coalesce(o.secret, false) AS secret, o.concerned_unit_id AS concerned, mail.unit_id AS "mailUnit",
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unit', r.unit_id)) FROM role_assignments r WHERE r.staff_id = s.id AND d.day >= r.from_on AND (r.to_on IS NULL OR d.day <= r.to_on)), '[]') AS roles,
      array_remove(ARRAY(SELECT a.unit_id FROM assignments a WHERE a.matter_id = m.id AND a.since <= l.at) || m.lead_unit_id, NULL) AS units,
      EXISTS (SELECT FROM order_recusals c WHERE c.order_id = m.id AND c.staff_id = s.id AND c.recused_at <= l.at) AS recused,
      EXISTS (SELECT FROM files f WHERE f.id::text = l.detail ->> 'fileId' AND f.owner = l.actor) AS "ownFile",
      EXISTS (SELECT FROM subjects b WHERE b.id = l.subject_id AND 'person:' || b.legal_representative_id = l.actor)
        OR EXISTS (SELECT FROM agent_authorisations a WHERE a.principal_id = l.subject_id AND 'person:' || a.agent_id = l.actor AND d.day BETWEEN a.from_on AND a.to_on AND (a.revoked_on IS NULL OR d.day < a.revoked_on)) AS "actsFor"
    FROM access_log l CROSS JOIN LATERAL (SELECT (l.at AT TIME ZONE 'Asia/Shanghai')::date AS day) d
      LEFT JOIN matters m ON m.id = l.matter_id LEFT JOIN work_orders o ON o.id = m.id LEFT JOIN disclosure_mails mail ON mail.id = l.subject_id AND l.purpose = 'disclosure-mail'
      LEFT JOIN staff s ON 'staff:' || s.id = l.actor
    WHERE l.act IN ('unmask', 'read-file', 'export') ORDER BY l.id`)
  if (rows.length === 0) return ['nobody has read anything']
  return rows.filter((row) => !mayRead(row)).map(({ at, actor, act, purpose, number }) => `${at.toISOString()} ${actor} ${act} ${purpose} ${number}`)
}
