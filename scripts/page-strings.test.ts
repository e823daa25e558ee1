import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { scratchFolder } from '#test/harness/office.ts'
import { stringFaults } from './page-strings.ts'

const folder = scratchFolder()
after(() => rmSync(folder, { recursive: true, force: true }))

/** A project of these files, and what is wrong with its strings. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return stringFaults(folder)
}

const strings = 'src/modules/x/web/locales/zh-CN.json'

test('a string that no page says is found; one that is said whole, in a template or in two parts is not', () => {
  const texts = JSON.stringify({ 'plain': '一', 'state.open': '二', 'decide.yes': '三', 'step.1.name': '四', 'old.key': '五' })
  const page = "type State = 'open'; say('plain'); say(`state.${state}`); say(`step.${at}.name`); const join = (a: string, b: string) => say(`${a}.${b}`); join('decide', 'yes')"
  assert.deepEqual(faultsOf({ [strings]: texts, 'src/modules/x/web/page.ts': page }), [`${strings}: nothing says "old.key"`])
})

test('a template says only what words of the program make of it', () => {
  const texts = JSON.stringify({ 'state.open': '一', 'state.gone': '二', 'state.far': '三' })
  const files = { 'src/modules/x/web/page.ts': "const states = { open: 1 }; say(`state.${state}`)", 'src/modules/y/states.ts': "export const states = ['far'] as const" }
  assert.deepEqual(faultsOf({ [strings]: texts, ...files }), [`${strings}: nothing says "state.gone"`])
})

test('a table of strings is read by the names of its keys, step by step', () => {
  const texts = JSON.stringify({ kinds: { ONE: '一', OLD: '二' }, errors: { 'x.gone': '三' }, days: ['四'] })
  const page = "type Kind = 'ONE'; const words = strings.kinds[kind]; strings.errors; strings.days"
  assert.deepEqual(faultsOf({ [strings]: texts, 'src/modules/x/web/page.ts': page }), [`${strings}: nothing says "kinds → OLD"`, `${strings}: nothing says "errors → x.gone"`])
})

test('what another module says does not count', () => {
  assert.equal(faultsOf({ [strings]: '{ "plain": "一" }', 'src/modules/y/web/page.ts': "say('plain')" }).length, 1)
})

test('an English twin has the keys of the Chinese file, no others, and fills nothing that is not given', () => {
  const chinese = JSON.stringify({ one: '{count}件', two: '二', three: '三' })
  const english = JSON.stringify({ one: '{number} cases', two: 'two', four: 'four' })
  const faults = faultsOf({ [strings]: chinese, 'src/modules/x/web/locales/en.json': english, 'src/modules/x/web/page.ts': "['one', 'two', 'three']" })
  assert.deepEqual(faults, [
    'src/modules/x/web/locales/en.json: "three" is missing',
    'src/modules/x/web/locales/en.json: "four" is not in the Chinese file',
    'src/modules/x/web/locales/en.json: "one" fills {number}, in Chinese {count}',
  ])
})

test('of the texts of a server, a table that has English has it for every key; a table that has none, and what is no Chinese, is owed nothing', () => {
  const chinese = JSON.stringify({ states: { one: '一', two: '二{day}', unit: 'minzheng' }, errors: { 'x.gone': '三' }, letters: { one: '四' } })
  const english = JSON.stringify({ states: { one: 'One', two: '{date}' }, errors: { 'x.gone': 'Gone', 'x.old': 'Old' } })
  const page = "['states', 'one', 'two', 'unit', 'errors', 'x.gone', 'letters']"
  const files = (twin: string) => ({ 'src/modules/x/locales/zh-CN.json': chinese, 'src/modules/x/locales/en.json': twin, 'src/modules/x/page.ts': page })
  assert.deepEqual(faultsOf(files(english)), ['src/modules/x/locales/en.json: "errors.x.old" is not in the Chinese file', 'src/modules/x/locales/en.json: "states.two" fills {date}, in Chinese {day}'])
  assert.deepEqual(faultsOf(files(JSON.stringify({ states: { one: 'One' } }))), ['src/modules/x/locales/en.json: "states.two" is missing'])
})

test('a list of a server has English for every entry', () => {
  const folderOf = 'src/modules/x/locales/categories'
  const files = { [`${folderOf}.zh-CN.json`]: '[{ "name": "一" }, { "name": "二" }]', [`${folderOf}.en.json`]: '[{ "name": "One" }]', 'src/modules/x/categories.ts': 'categories.name' }
  assert.deepEqual(faultsOf(files), [`${folderOf}.en.json: "1.name" is missing`])
})

test('a file that a page of the public reads has an English twin, be it the page of the shell or of a module', () => {
  const page = (texts: string) => `import strings from '${texts}' with { type: 'json' }\nsay('plain')`
  const files = { 'src/web/pages/home.tsx': page('../locales/home.zh-CN.json'), 'src/modules/catalogue/web/guide-page.tsx': page('./texts.zh-CN.json'), 'src/modules/organisation/web/units-page.tsx': page('./units.zh-CN.json') }
  const texts = { 'src/web/locales/home.zh-CN.json': '{ "plain": "一" }', 'src/modules/catalogue/web/texts.zh-CN.json': '{ "plain": "一" }', 'src/modules/organisation/web/units.zh-CN.json': '{ "plain": "一" }' }
  assert.deepEqual(faultsOf({ ...files, ...texts }), [
    'src/modules/catalogue/web/texts.zh-CN.json: a public page reads it and it has no texts.en.json',
    'src/web/locales/home.zh-CN.json: a public page reads it and it has no home.en.json',
  ])
})

test('punctuation of Chinese in a public page, in a part of it or in the frame is found; in a pattern, a comment or a page of staff it is not', () => {
  const files = {
    'src/modules/catalogue/web/guide-page.tsx': "import { names } from './names.ts'\n/** 一、二 */\nexport default () => <p>{names}　{text.replace(/；/g, ';')}</p>",
    'src/modules/catalogue/web/names.ts': "export const names = list.join('、') + `${label}：${value}`",
    'src/web/portal-layout.tsx': "export default () => <p title='（一）' />",
    'src/modules/organisation/web/units-page.tsx': "export default () => <p>{list.join('、')}</p>",
  }
  assert.deepEqual(faultsOf(files).map((fault) => fault.replace(/ is punctuation.*$/, '')), [
    'src/modules/catalogue/web/guide-page.tsx: "　"',
    'src/modules/catalogue/web/names.ts: "、"',
    'src/modules/catalogue/web/names.ts: "："',
    'src/web/portal-layout.tsx: "（一）"',
  ])
})

test('a page says 你 to its reader, and 您 only where it speaks to old people', () => {
  const texts = { 'src/modules/x/web/locales/zh-CN.json': JSON.stringify({ 'ask': '您要办什么', 'ask.elder': '您要办什么' }), 'src/modules/x/locales/zh-CN.json': '{ "letters": { "done": "您的事办好了" } }' }
  assert.deepEqual(faultsOf({ ...texts, 'src/modules/x/web/page.ts': "['ask', 'ask.elder', 'letters', 'done']" }), ['src/modules/x/web/locales/zh-CN.json: "ask" says 您'])
})
