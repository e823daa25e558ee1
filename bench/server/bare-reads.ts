import process from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

// What the database and a server can do at best: one row by its number, and one row that everybody counts up. BARE_URL names the database.

const pool = new pg.Pool({ connectionString: process.env['BARE_URL'], max: 10, options: '-c search_path=yimen' })
const app = new Hono()
app.get('/matter/:number', async (context) => {
  const { rows } = await pool.query({ name: 'matter', text: 'SELECT id, number, state, opened_at, version FROM matters WHERE number = $1', values: [context.req.param('number')] })
  return context.json(rows[0])
})
app.post('/hot', async (context) => {
  const { rows } = await pool.query({ name: 'hot', text: `INSERT INTO number_sequences (prefix, last) VALUES ('bench', 1) ON CONFLICT (prefix) DO UPDATE SET last = number_sequences.last + 1 RETURNING last` })
  return context.json(rows[0])
})
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.stdout.write(`${port}\n`))
process.once('SIGTERM', () => server.close(() => void pool.end()))
