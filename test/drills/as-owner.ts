import pg from 'pg'
import type { TestOffice } from '#test/harness/office.ts'

/** What the application's role may not: whoever owns the database breaks something on purpose. */
export async function asOwner(office: TestOffice, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}
