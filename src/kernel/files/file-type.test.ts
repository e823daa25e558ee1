import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachments, dataFiles, mayTakeFile } from './accepted-files.ts'
import { contentDisposition, safeFileName } from './content-disposition.ts'
import { sniffFileType } from './file-type.ts'
import { storedZip } from './stored-zip.fixture.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const wordTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

const samples: readonly (readonly [extension: string, content: string | Buffer])[] = [
  ['pdf', '%PDF-1.7\n1 0 obj\n'],
  ['png', png],
  ['jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')],
  ['dwg', 'AC1032\0\0\0\0\0'],
  ['ofd', storedZip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' })],
  ['docx', storedZip({ '[Content_Types].xml': wordTypes, 'word/document.xml': '<x/>' })],
  ['zip', storedZip({ 'a.txt': 'OFD.xml' })],
  ['svg', '<?xml version="1.0"?>\n<!-- logo -->\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['svg', '\uFEFF  <SVG onload=alert(1)>'],
  ['html', '<!DOCTYPE html><script>alert(1)</script>'],
  ['html', '<img src=x onerror=alert(1)>'],
  ['xml', '<?xml version="1.0"?><办件 编号="1"/>'],
  ['json', '{"办件":[1,2]}'],
  ['csv', '名称,数量\n"甲,乙",2\n'],
  ['txt', '你好，世界'],
  ['unknown', Buffer.from([0, 1, 2, 3, 255, 254])],
]

for (const [extension, content] of samples) {
  test(`content decides: ${JSON.stringify(content.toString('utf8').slice(0, 24))} is ${extension}`, async () => {
    assert.equal((await sniffFileType(Buffer.from(content))).extension, extension)
  })
}

test('text in GB 18030, as old office programs write it, is text', async () => {
  assert.equal((await sniffFileType(Buffer.from('c4e3bac3', 'hex'))).extension, 'txt')
})

async function verdict(name: string, content: string | Buffer, size?: number): Promise<string> {
  const bytes = Buffer.from(content)
  const decided = mayTakeFile({ name, size: size ?? bytes.length, type: await sniffFileType(bytes) }, attachments)
  return decided.ok ? 'taken' : decided.refusal.code
}

test('a picture with its own extension is taken, in any spelling of the extension', async () => {
  assert.equal(await verdict('身份证.PNG', png), 'taken')
  assert.equal(await verdict('照片.JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')), 'taken')
})

test('a page or a drawing with script is refused whatever its name says', async () => {
  assert.equal(await verdict('图.png', '<svg onload="alert(1)"></svg>'), 'files.type-not-allowed')
  assert.equal(await verdict('说明.pdf', '<html><script></script></html>'), 'files.type-not-allowed')
})

test('even an allowance that names SVG does not take it', async () => {
  const type = await sniffFileType(Buffer.from('<svg></svg>'))
  assert.equal(mayTakeFile({ name: 'a.svg', size: 11, type }, { svg: 1000 }).ok, false)
})

test('a name that promises another type is refused and both types are told', async () => {
  const decided = mayTakeFile({ name: '执照.pdf', size: png.length, type: await sniffFileType(png) }, attachments)
  assert.ok(!decided.ok)
  assert.equal(decided.refusal.code, 'files.type-mismatch')
  assert.deepEqual(decided.refusal.details, { declared: 'pdf', detected: 'png' })
  assert.equal(await verdict('执照', png), 'files.type-mismatch')
})

test('an archive is refused, an empty file is refused, a file one byte over the limit is refused', async () => {
  assert.equal(await verdict('材料.zip', storedZip({ 'a.txt': 'a' })), 'files.type-not-allowed')
  assert.equal(await verdict('空.pdf', ''), 'files.empty')
  assert.equal(await verdict('图.png', png, 20 * 1024 * 1024), 'taken')
  assert.equal(await verdict('图.png', png, 20 * 1024 * 1024 + 1), 'files.too-large')
})

test('a text whose lines happen to align may be called txt or csv', async () => {
  const type = await sniffFileType(Buffer.from('a,b\nc,d\n'))
  for (const name of ['表.csv', '表.txt']) assert.equal(mayTakeFile({ name, size: 8, type }, dataFiles).ok, true)
})

test('a Chinese file name reaches the browser whole, with an ASCII form beside it', () => {
  assert.equal(contentDisposition('attachment', '受理通知书 (1).pdf'), `attachment; filename="_____ (1).pdf"; filename*=UTF-8''${encodeURIComponent('受理通知书')}%20%281%29.pdf`)
})

test('a file name can neither end the header nor leave its folder nor hide its extension', () => {
  assert.equal(contentDisposition('inline', 'a"\r\nSet-Cookie: x=1;.pdf'), `inline; filename="a_Set-Cookie_ x=1;.pdf"; filename*=UTF-8''a_Set-Cookie_%20x%3D1%3B.pdf`)
  assert.equal(safeFileName('../../etc/passwd', 'file'), 'passwd')
  assert.equal(safeFileName('C:\\temp\\执照.pdf', 'file'), '执照.pdf')
  assert.equal(safeFileName('发票\u202Efdp.exe', 'file'), '发票fdp.exe')
  for (const name of ['', '...', 'CON', 'nul.txt', '/']) assert.equal(safeFileName(name, 'file'), 'file')
  const long = safeFileName(`${'很'.repeat(300)}.pdf`, 'file')
  assert.equal(long.length, 120)
  assert.ok(long.endsWith('.pdf'))
})
