import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aRecord, policy, publicationPeople, punishment } from '#test/harness/publication.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { editor } = await publicationPeople(office)

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const token = /<\?xml version="1\.0" encoding="utf-8"\?>|<(?<closes>\/?)(?<name>[A-Za-z:]+)(?<attributes>(?: [A-Za-z:]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/gy
const isEscaped = (text: string): boolean => !/&(?!amp;|lt;|gt;|quot;|#39;)/.test(text)

/** Reads an XML document as strictly as the feeds need it: every tag closed in its order, every mark escaped, nothing left over. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let read = 0
  for (const { 0: whole, groups = {} } of xml.matchAll(token)) {
    read += whole.length
    const { closes, name, attributes = '', empty, text = '' } = groups
    const top = open.at(-1) ?? assert.fail('nothing is open')
    assert.ok(isEscaped(attributes + text), whole)
    top.text += text
    if (closes === '/') assert.equal(open.pop()?.name, name)
    if (name === undefined || closes === '/') continue
    const element: Element = { name, attributes: Object.fromEntries([...attributes.matchAll(/([A-Za-z:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])), children: [], text: '' }
    top.children.push(element)
    if (empty === '') open.push(element)
  }
  assert.equal(read, xml.length, `no XML at ${read}`)
  assert.equal(open.length, 1, 'something is not closed')
  return root.children[0] ?? assert.fail('no document')
}

const feed = async (format: 'atom' | 'rss', filed?: 'normative'): Promise<Element> => {
  const { bytes } = await office.call('publication.get-feed', anonymous, { format, ...(filed && { class: filed }) })
  return parsed(Buffer.from(bytes).toString('utf8'))
}
const under = (element: Element, name: string): readonly Element[] => element.children.filter((child) => child.name === name)
const textIn = (element: Element, name: string): string => under(element, name)[0]?.text ?? assert.fail(`no ${name}`)

test('a feed is valid XML whatever stands in a title, with everything that Atom and RSS ask for', async () => {
  const number = await aRecord(office, 'published', { title: `“安全 & <规范>”\u0007行动's "通报"` })
  const atom = await feed('atom')
  assert.deepEqual([atom.name, atom.attributes['xmlns']], ['feed', 'http://www.w3.org/2005/Atom'])
  for (const name of ['id', 'title', 'updated']) assert.ok(textIn(atom, name), name)
  const [entry] = under(atom, 'entry')
  assert.ok(entry)
  assert.equal(textIn(entry, 'title'), '“安全 &amp; &lt;规范&gt;”行动&#39;s &quot;通报&quot;')
  assert.equal(textIn(entry, 'id'), `http://localhost:8080/publications/records/${number}`)
  assert.equal(textIn(entry, 'updated'), '2026-09-07T09:00:00+08:00')
  const [channel] = under(await feed('rss'), 'channel')
  assert.ok(channel)
  for (const name of ['title', 'link', 'description']) assert.ok(textIn(channel, name), name)
  assert.equal(textIn(under(channel, 'item')[0] ?? assert.fail(), 'pubDate'), 'Mon, 07 Sep 2026 01:00:00 GMT')
})

test('each class has its own feed, and what was withdrawn is in none', async () => {
  const number = await aRecord(office, 'published', policy)
  const withdrawn = await aRecord(office, 'published', punishment)
  await office.call('publication.withdraw-record', editor, { number: withdrawn, reason: '决定已撤销' })
  const links = (root: Element): readonly string[] => under(root, 'entry').map((entry) => textIn(entry, 'id').split('/').at(-1) ?? '')
  assert.equal(links(await feed('atom', 'normative'))[0], number)
  assert.equal((await feed('rss', 'normative')).children.length, 1)
  assert.ok(!links(await feed('atom')).includes(withdrawn))
})
