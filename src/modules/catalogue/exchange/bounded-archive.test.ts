import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import { boundedArchive } from './bounded-archive.ts'

const archive = zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/zeros': new Uint8Array(1_000_000) })

/** The archive with another claim of how large the zeros are, in both places where it stands. */
function claiming(size: number): Uint8Array {
  const changed = Buffer.from(archive)
  for (const [mark, place] of [['PK\x03\x04', 22], ['PK\x01\x02', 24]] as const) changed.writeUInt32LE(size, changed.lastIndexOf(mark, undefined, 'latin1') + place)
  return changed
}

test('an archive has the same files afterwards', () => {
  const bounded = boundedArchive(archive)
  assert.ok(bounded)
  assert.deepEqual(unzipSync(bounded), unzipSync(archive))
})

test('a file that claims less than it unpacks to gives no more than it claimed', () => {
  const bounded = boundedArchive(claiming(1_000))
  assert.ok(bounded === undefined || bounded.length < 2_000)
})

test('a file that would become the prototype of the others is not unpacked', () => {
  const proto = Buffer.from(zipSync({ 'x/styles1': new Uint8Array(100_000) }))
  for (let at = proto.indexOf('x/styles1'); at >= 0; at = proto.indexOf('x/styles1', at)) proto.write('__proto__', at, 'latin1')
  assert.equal(boundedArchive(proto), undefined)
})

test('an archive of more than 100 MiB or a thousand files, and what is no archive, is none', () => {
  assert.equal(boundedArchive(claiming(100 * 1024 * 1024)), undefined)
  assert.equal(boundedArchive(zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`f${n}`, new Uint8Array(1)])))), undefined)
  for (const bytes of [new Uint8Array(), Buffer.from('no archive'), archive.subarray(0, 200)]) assert.equal(boundedArchive(bytes), undefined)
})
