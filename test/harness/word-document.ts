import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'
import { FileAnswer } from '#kernel/contract/operation.ts'

/** The XML of the text of a Word file that an operation answered, found through the central directory of the archive (APPNOTE 4.3.12). */
export function wordXml(answer: unknown): string {
  assert.ok(answer instanceof FileAnswer)
  const zip = Buffer.from(answer.bytes)
  const at = zip.lastIndexOf('word/document.xml') - 46
  const [size, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return inflateRawSync(zip.subarray(start, start + size)).toString('utf8')
}

/** What somebody reads in it. */
export function textOfXml(xml: string): string {
  return xml.replace(/<[^>]*>/g, '')
}
