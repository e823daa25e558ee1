import process from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

// The bare server: one route a step, one SQL function a call, nothing else. BARE_URL names the database.

const pool = new pg.Pool({ connectionString: process.env['BARE_URL'], max: 10 })
const app = new Hono()
app.post('/:step', async (context) => {
  const step = context.req.param('step')
  if (!/^step_\d$/.test(step)) return context.notFound()
  await pool.query({ name: step, text: `SELECT bench.${step}($1::jsonb)`, values: [await context.req.text()] })
  return context.json({ done: true })
})
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.stdout.write(`${port}\n`))
process.once('SIGTERM', () => server.close(() => void pool.end()))
