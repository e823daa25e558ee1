import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { LabelCounts } from '../rules/classifier.ts'

/** What a text was given: its big class, its small class, its unit. */
export type Aspect = 'category' | 'class' | 'unit'

/** Adds one text to what is known of each label. */
export async function learn(db: Db, labels: readonly string[], words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await sql`
    INSERT INTO label_counts (label, texts, words) SELECT label, 1, ${words.length} FROM unnest(${[...labels].toSorted()}::text[]) AS label
    ON CONFLICT (label) DO UPDATE SET texts = label_counts.texts + 1, words = label_counts.words + excluded.words`.execute(db)
  await sql`
    INSERT INTO word_counts (label, word, times)
    SELECT label, word, count(*) FROM unnest(${[...labels].toSorted()}::text[]) AS label CROSS JOIN unnest(${[...words]}::text[]) AS word GROUP BY label, word ORDER BY label, word
    ON CONFLICT (label, word) DO UPDATE SET times = word_counts.times + excluded.times`.execute(db)
}

/** What is known of the labels of one aspect, as far as these words ask for it. */
export async function readCounts(db: Db, aspect: Aspect, words: readonly string[]): Promise<{ readonly labels: readonly LabelCounts[]; readonly vocabulary: number }> {
  const { rows } = await sql<{ label: string; texts: number; words: number; times: Readonly<Record<string, number>> }>`
    SELECT l.label, l.texts, l.words,
      coalesce((SELECT jsonb_object_agg(w.word, w.times) FROM word_counts w WHERE w.label = l.label AND w.word = ANY(${[...words]}::text[])), '{}') AS times
    FROM label_counts l WHERE l.label LIKE ${`${aspect}:%`} ORDER BY l.label`.execute(db)
  const { rows: size } = await sql<{ vocabulary: number }>`SELECT count(DISTINCT word)::int AS vocabulary FROM word_counts`.execute(db)
  const prefix = aspect.length + 1
  return { labels: rows.map((row) => ({ ...row, label: row.label.slice(prefix), times: new Map(Object.entries(row.times)) })), vocabulary: size[0]?.vocabulary ?? 0 }
}
