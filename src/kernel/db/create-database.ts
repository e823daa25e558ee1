import pg from 'pg'

/** Makes a database on the server unless it exists; a template is copied with everything in it. Returns whether it was made. */
export async function createDatabaseIfMissing(maintenanceUrl: string, name: string, template?: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 1) return false
    const copy = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)} STRATEGY file_copy`
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`)
    return true
  } finally {
    await client.end()
  }
}

/** Drops a database, ending the sessions that still use it. */
export async function dropDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
