import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openTestOffice } from '#test/harness/office.ts'
import { toQuery, toVector } from './search-text.ts'
import { learnWords, segment, words } from './words.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

learnWords(['一照通办', '容缺受理'])

async function finds(text: string, question: string, synonyms: readonly string[] = []): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    SELECT ${toVector([{ text, weight: 'A' }])}::tsvector @@ ${toQuery(question, synonyms)}::tsquery AS found`.execute(office.database.db)
  return rows[0]?.found ?? false
}

test('Chinese is cut into words, and shorter words inside longer ones are kept for the index', () => {
  assert.deepEqual(words('食品经营许可证 GB/T ３６１１２'), ['食品', '经营', '许可证', 'gb', 't', '36112'])
  assert.deepEqual(segment('许可证'), ['许可', '许可证'])
})

test('a word of the trade that was taught is not cut apart', () => {
  assert.deepEqual(words('一照通办与容缺受理'), ['一照通办', '与', '容缺受理'])
})

test('an item is found by its whole name, by a word of it, in any letter case and in full-width digits', async () => {
  for (const question of ['食品经营许可证核发', '许可证', '许可', '核发 食品', 'gb', '３６１１２']) assert.equal(await finds('食品经营许可证核发（GB 36112）', question), true, question)
  for (const question of ['药品', '食品 药品', '食品经营许可证注销']) assert.equal(await finds('食品经营许可证核发（GB 36112）', question), false, question)
})

test('a synonym finds what the question itself does not', async () => {
  assert.equal(await finds('食品经营许可证核发', '开饭店'), false)
  assert.equal(await finds('食品经营许可证核发', '开饭店', ['食品经营许可证']), true)
})

test('a question without a letter or a digit finds nothing', async () => {
  for (const question of ['', '   ', '，。！', "' & | ! ( ) : * <->", '\u0000', '👍']) assert.equal(await finds('食品经营许可证核发', question), false, question)
})

test('a word in the name ranks above the same word among the materials', async () => {
  const rank = async (weight: 'A' | 'D'): Promise<number> => {
    const { rows } = await sql<{ rank: number }>`SELECT ts_rank(${toVector([{ text: '身份证', weight }])}::tsvector, ${toQuery('身份证')}::tsquery) AS rank`.execute(office.database.db)
    return rows[0]?.rank ?? 0
  }
  assert.ok((await rank('A')) > (await rank('D')))
})

test('no text whatever makes the index or the query fail', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom("'", '"', '\\', '&', '|', '!', '(', ')', ':', '*', '<', '>', '-', ' ', 'A', '办', '证', '1', '\u0000', '\ud800', '\u0301', 'İ', 'ß'), maxLength: 200 }),
    fc.constantFrom('办'.repeat(10_000), 'a'.repeat(10_000), "'".repeat(10_000), '食品经营许可证 '.repeat(1_250), Array.from({ length: 3_000 }, (_, at) => String(at)).join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(nasty, fc.array(nasty, { maxLength: 3 }), async (text, synonyms) => {
      const parts = [{ text, weight: 'A' as const }, ...synonyms.map((synonym) => ({ text: synonym, weight: 'D' as const }))]
      const query = toQuery(text, synonyms)
      const { rows } = await sql<{ found: boolean }>`SELECT ${toVector(parts)}::tsvector @@ ${query}::tsquery AS found`.execute(office.database.db)
      assert.equal(rows[0]?.found, query !== '')
    }),
    { numRuns: 300 },
  )
})
