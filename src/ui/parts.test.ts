import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createServer } from 'vite'

/** Parts are .tsx, which Node does not run: Vite loads them here as it does for the development server. */
const vite = await createServer({ configFile: false, logLevel: 'error', appType: 'custom', server: { middlewareMode: true, ws: false, hmr: false, watch: null }, optimizeDeps: { noDiscovery: true } })
after(() => vite.close())

async function render<P extends object>(file: string, name: string, props: P): Promise<string> {
  const parts = await vite.ssrLoadModule(`/src/ui/${file}`)
  return renderToStaticMarkup(createElement(parts[name] as FunctionComponent<P>, props))
}

function attributes(html: string, tag: string): Readonly<Record<string, string>> {
  const [, found] = new RegExp(`<${tag}\\b([^>]*)>`).exec(html) ?? assert.fail(`no <${tag}> in ${html}`)
  return Object.fromEntries([...(found ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]))
}

const plainControl = (ids: object) => createElement('input', { ...ids })

test('a field ties label, hint, error and unit to its control', async () => {
  const html = await render('field.tsx', 'Field', { id: 'area', label: '使用面积', hint: '包括厨房', error: '请填数字', unit: '平方米', children: plainControl })
  assert.equal(attributes(html, 'label')['for'], 'area')
  const control = attributes(html, 'input')
  assert.equal(control['id'], 'area')
  assert.equal(control['aria-invalid'], 'true')
  assert.equal(control['aria-describedby'], 'area-hint area-error area-unit')
  for (const id of ['area-hint', 'area-error', 'area-unit']) assert.match(html, new RegExp(`id="${id}"`))
  assert.ok(html.indexOf('area-error') < html.indexOf('<input'), 'the error is read before the control')
})

test('a field without a fault says nothing about one', async () => {
  const control = attributes(await render('field.tsx', 'Field', { id: 'name', label: '姓名', children: plainControl }), 'input')
  assert.deepEqual(control, { id: 'name' })
})

test('the error summary takes the focus, is named, and each line leads to its field', async () => {
  const html = await render('error-summary.tsx', 'ErrorSummary', { title: '有1处要改', problems: [{ id: 'area', text: '使用面积：请填数字' }] })
  const summary = attributes(html, 'div')
  assert.equal(summary['role'], 'alert')
  assert.equal(summary['tabindex'], '-1')
  assert.match(html, /autofocus/)
  assert.match(html, new RegExp(`<h2 id="${summary['aria-labelledby']}">有1处要改</h2>`))
  assert.match(html, /<a href="#area">使用面积：请填数字<\/a>/)
})

test('choices are one question: a legend, its fault, and the chosen answer', async () => {
  const options = [{ value: 'yes', label: '能' }, { value: 'no', label: '不能' }]
  const html = await render('choices.tsx', 'Radios', { name: 'open', legend: '能看到吗', error: '请选一项', options, value: 'no' })
  assert.deepEqual(attributes(html, 'fieldset'), { id: 'open', tabindex: '-1', class: 'is-err', 'aria-describedby': 'open-error' })
  assert.match(html, /<legend>能看到吗<\/legend>/)
  assert.match(html, /<input type="radio" name="open" checked="" value="no"\/>/)
  assert.equal(html.match(/checked/g)?.length, 1)
})

test('a button that cannot be used now is described by the reason beside it', async () => {
  const blocked = attributes(await render('button.tsx', 'Button', { blockedBy: 'why', children: '受理' }), 'button')
  assert.equal(blocked['aria-describedby'], 'why')
  assert.ok('disabled' in blocked)
  assert.ok(!('disabled' in attributes(await render('button.tsx', 'Button', { children: '受理' }), 'button')))
})

test('a clock always has a word, and its shape has a class', async () => {
  assert.equal(await render('tag.tsx', 'ClockBadge', { state: 'over', children: '超1天' }), '<span class="clock over">超1天</span>')
})

test('the current step and the current view are said, not only drawn', async () => {
  const steps = await render('steps.tsx', 'Steps', { label: '步骤', steps: [{ text: '情况', state: 'done', href: '/1' }, { text: '场所', state: 'now' }] })
  assert.match(steps, /<li aria-current="step"><span>2 场所<\/span>/)
  const tabs = await render('tabs.tsx', 'Tabs', { label: '范围', items: [{ href: '/a', text: '要我办', current: true }, { href: '/b', text: '停表' }] })
  assert.match(tabs, /<a href="\/a" aria-current="page">/)
  assert.equal(tabs.match(/aria-current/g)?.length, 1)
})

test('a table names its rows, says how it is sorted, and says so when it is empty', async () => {
  const columns = [
    { key: 'unit', title: '部门', names: true, sort: { href: '?sort=-unit', now: 'ascending' }, cell: (row: { readonly unit: string }) => row.unit },
    { key: 'late', title: '超期', numeric: true, cell: () => '0' },
  ]
  const table = { caption: '部门', columns, rowKey: (row: { readonly unit: string }) => row.unit, empty: '没有部门' }
  const full = await render('table.tsx', 'Table', { ...table, rows: [{ unit: '公安分局' }] })
  assert.match(full, /<th scope="col" aria-sort="ascending">/)
  assert.match(full, /<th scope="row">公安分局<\/th>/)
  assert.match(full, /<td class="tr" data-title="超期">0<\/td>/)
  assert.match(await render('table.tsx', 'Table', { ...table, rows: [] }), /<td colSpan="2">没有部门<\/td>/)
})

test('the calendar says the same in a table of words', async () => {
  const days = [
    { day: '2026-09-30', counted: true, number: 1, why: '工作日' },
    { day: '2026-10-01', counted: false, label: '国庆', why: '国庆节放假', arrangement: 'off' },
    { day: '2026-10-02', counted: false, label: '国庆', why: '国庆节放假', arrangement: 'off' },
  ]
  const html = await render('legal-calendar.tsx', 'LegalCalendar', { days, today: '2026-09-30', dueOn: '2026-10-02' })
  assert.match(html, /<td class="on now"><b>30<\/b><span>第1天<\/span><span>今天<\/span><\/td>/)
  assert.match(html, /<td class="off"><b>1<\/b><span>国庆<\/span><em>休<\/em><\/td>/)
  assert.match(html, /<th scope="row">10月1—2日<\/th><td>不算<\/td><td>国庆节放假<\/td>/)
})

test('a flow chart has a name and the same steps in words', async () => {
  const html = await render('flow-chart.tsx', 'FlowChart', { id: 'flow', label: '先申请，后受理', nodes: [{ id: 'a', title: '申请' }, { id: 'b', title: '受理', text: '材料齐就受理' }], edges: [{ from: 'a', to: 'b' }] })
  assert.equal(attributes(html, 'svg')['aria-labelledby'], 'flow-label')
  assert.match(html, /<title id="flow-label">先申请，后受理<\/title>/)
  assert.match(html, /<h3>受理<\/h3><p>材料齐就受理<\/p>/)
})

test('a masked value is shown by a recorded act, and only where the reader may ask for it', async () => {
  const show = { action: '/reveal', name: 'field', value: 'phone', text: '显示', label: '显示手机号' }
  const html = await render('masked-value.tsx', 'MaskedValue', { masked: '138****0000', show })
  assert.deepEqual(attributes(html, 'form'), { action: '/reveal', method: 'post' })
  assert.doesNotMatch(await render('masked-value.tsx', 'MaskedValue', { masked: '138****0000' }), /<form/)
})

test('what a person typed cannot become markup', async () => {
  const html = await render('tag.tsx', 'Tag', { children: '<script>alert(1)</script>' })
  assert.equal(html, '<span class="tag">&lt;script&gt;alert(1)&lt;/script&gt;</span>')
})

test('a day has its picker and three fields behind a line, open when they were filled in', async () => {
  const html = await render('date-field.tsx', 'DateField', { id: 'on', name: 'on', label: '开业日期', typed: { year: '2026' } })
  assert.match(html, /<input class="in w-16" type="date" id="on" aria-describedby="on-hint" name="on"\/>/)
  assert.match(html, /<details open="">/)
  for (const part of ['year', 'month', 'day']) assert.match(html, new RegExp(`<label for="on-${part}">`))
  assert.doesNotMatch(await render('date-field.tsx', 'DateField', { id: 'on', name: 'on', label: '开业日期' }), /<details open/)
})

test('a region is asked level by level, and the deepest level asks for no other', async () => {
  const level = { options: [{ value: '440000', label: '广东省' }], value: '440000' }
  const props = { name: 'region', legend: '在哪里', next: { name: 'step', value: 'region' } }
  const two = await render('region-picker.tsx', 'RegionPicker', { ...props, levels: [level, level] })
  assert.match(two, /<label for="region-1">市<\/label>/)
  const button = attributes(two, 'button')
  assert.deepEqual([button['name'], button['value'], /选下一级<\/button>/.test(two)], ['step', 'region', true])
  assert.doesNotMatch(await render('region-picker.tsx', 'RegionPicker', { ...props, levels: [level, level, level, level, level] }), /<button/)
})

test('an explanation opens above the page without a script and is named by its title', async () => {
  const html = await render('popover-note.tsx', 'PopoverNote', { id: 'why', opener: '为什么', title: '说明', children: '正文' })
  assert.equal(attributes(html, 'button')['popoverTarget'] ?? attributes(html, 'button')['popovertarget'], 'why')
  assert.equal(attributes(html, 'dialog')['popover'], 'auto')
  assert.equal(attributes(html, 'dialog')['aria-labelledby'], 'why-title')
})

test('a signature and files are asked plainly when the scripts did not come', async () => {
  const signature = await render('signature-field.tsx', 'SignatureField', { name: 'signed', legend: '签名' })
  assert.equal(attributes(signature, 'input')['name'], 'signed')
  assert.doesNotMatch(signature, /<svg/)
  const files = await render('upload-field.tsx', 'UploadField', { id: 'plan', name: 'plan', label: '平面图', hint: 'PDF', accept: '.pdf', doors: { whole: '/api/v1/files', pieces: '/api/v1/uploads' } })
  const control = attributes(files, 'input')
  assert.deepEqual([control['type'], control['name'], control['aria-describedby'], control['accept']], ['file', 'plan', 'plan-hint', '.pdf'])
})
