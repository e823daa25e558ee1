import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync } from '@swc/core'
import { isNode, type Node, walk } from '../../scripts/syntax-tree.ts'

// The program answers requests and makes none but those of webhooks, whose address is checked when it is connected to, so that no input can
// send it anywhere else (SSRF) and no file of a user runs a program.

const root = join(import.meta.dirname, '../..')
const networks: ReadonlySet<string> = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'eval', 'Function'])
const modules = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|child_process|vm|worker_threads|cluster)(?:\/|$)|^(?:undici|axios|got|node-fetch|nodemailer|ws)(?:\/|$)/

/** Why a file may name what the others may not: the database's own server, the HTTP server, lists of networks, the thread that signs, the one way out for webhooks, and traces to the collector that the operator set. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/kernel/db/embedded.ts': ['node:child_process', 'node:net'],
  'src/kernel/config/config.ts': ['node:net'],
  'src/kernel/crypto/signer.ts': ['node:worker_threads'],
  'src/kernel/crypto/signing-thread.ts': ['node:worker_threads'],
  'src/kernel/http/listen.ts': ['node:http', 'node:net'],
  'src/kernel/http/post-outside.ts': ['node:dns/promises', 'node:http', 'node:https', 'node:net'],
  'src/kernel/http/turn-away.ts': ['node:http'],
  'src/kernel/http/who-asks.ts': ['node:net'],
  'src/kernel/http/sources.ts': ['node:http'],
  'src/modules/webhooks/address-guard.ts': ['node:net'],
  'src/modules/webhooks/transport.ts': ['node:net'],
  'src/kernel/observability/traces.ts': ['fetch'],
}

/** What of a source reaches a network or starts a program: imports, calls of globals, `new` of globals. */
function reachingOut(file: string, source: string): readonly string[] {
  const found: string[] = []
  walk(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2024' }), (node) => {
    if (node['type'] === 'ImportDeclaration') note(textOf(node['source']), modules, found)
    if (node['type'] === 'CallExpression' && isNode(node['callee']) && node['callee']['type'] === 'Import') note(argumentOf(node), modules, found)
    if ((node['type'] === 'CallExpression' || node['type'] === 'NewExpression') && isNode(node['callee'])) {
      const { callee } = node
      const isGlobal = callee['type'] === 'MemberExpression' && textOf(callee['object']) === 'globalThis'
      const name = textOf(isGlobal ? callee['property'] : callee)
      if (networks.has(name)) found.push(name)
    }
  })
  return found
}

function note(text: string, pattern: RegExp, found: string[]): void {
  if (pattern.test(text)) found.push(text)
}

const textOf = (value: unknown): string => (isNode(value) && typeof value['value'] === 'string' ? value['value'] : '')

function argumentOf(call: Node): string {
  const [first] = Array.isArray(call['arguments']) ? (call['arguments'] as readonly unknown[]) : []
  return isNode(first) ? textOf(first['expression']) : ''
}

/** Scripts that run in the reader's browser; their policy lets them speak to this office alone. */
const inBrowser = /^src\/(?:entry\.client\.tsx|ui\/|web\/|modules\/[^/]+\/web\/)/

test('nothing that runs on the server calls another server but the one way out of webhooks, starts a program or runs a text as a program', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file) && !inBrowser.test(file))
  assert.ok(files.length > 500)
  const strangers = files.flatMap((file) => reachingOut(file, readFileSync(join(root, file), 'utf8')).flatMap((use) => (allowed[file]?.includes(use) ? [] : [`${file}: ${use}`])))
  assert.deepEqual(strangers, [])
})

test('the check sees each way out, so it is not blind', () => {
  for (const planted of ["await fetch(input.url)", "globalThis.fetch('x')", "import { request } from 'node:https'", "import net from 'net'", "const { exec } = await import('node:child_process')", 'new WebSocket(address)', 'eval(text)', "new Function('a', text)"]) {
    assert.equal(reachingOut('src/planted.ts', planted).length, 1, planted)
  }
  assert.deepEqual(reachingOut('src/planted.ts', 'const found = fetched(store.fetch, x.evaluate(1))'), [])
})
