import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeables } from '../registry.ts'
import { writeReport } from './sentences.ts'
import { readTemplate } from './template.ts'

const figure = (numerator: number, denominator: number | null, valueText: string | null) => ({ numerator, denominator, valueText })
const write = (clauses: readonly string[], figures: Readonly<Record<string, ReturnType<typeof figure>>>): readonly string[] =>
  writeReport({ title: 't', sections: [{ title: 's', paragraphs: [clauses] }] }, { figures: new Map(Object.entries(figures)), words: { period: '1—5月' } }).sections.flatMap((section) => section.paragraphs)

test('a sentence of the report of S004 is written from its figures', () => {
  assert.deepEqual(
    write(['{period}，区政务服务中心共受理业务{cases.accepted}宗', '{cases.accepted-growth:trend}', '办结率{cases.closing-rate}'], {
      'cases.accepted': figure(29_928, null, '29928'),
      'cases.accepted-growth': figure(2418, 27_510, '8.79%'),
      'cases.closing-rate': figure(29_928, 29_928, '100.00%'),
    }),
    ['1—5月，区政务服务中心共受理业务29928宗，同比增长8.79%，办结率100.00%。'],
  )
})

test('a figure without data is left out, never zero; a section of nothing has no heading', () => {
  assert.deepEqual(write(['受理{a.b}件', '满意率{c.d}'], { 'a.b': figure(3, null, '3'), 'c.d': figure(0, 0, null) }), ['受理3件。'])
  assert.deepEqual(write(['满意率{c.d}'], { 'c.d': figure(0, 0, null) }), [])
})

test('sections that are left are numbered one after the other, and a title without a number stays as it is', () => {
  const titles = ['一、甲', '二、乙', '附注、说明', ...Array.from({ length: 20 }, () => '三、丙')]
  const template = { title: 't', sections: titles.map((title, place) => ({ title, paragraphs: [[place === 0 ? '{c.d}' : '有']] })) }
  const { sections } = writeReport(template, { figures: new Map([['c.d', figure(0, 0, null)]]), words: {} })
  assert.deepEqual([0, 1, 2, 8, 9, 18, 19, 21].map((place) => sections[place]?.title), ['一、乙', '附注、说明', '三、丙', '九、丙', '十、丙', '十九、丙', '二十、丙', '二十二、丙'])
})

test('less than the year before is called less, and the same is called the same', () => {
  assert.deepEqual(write(['{a.g:trend}'], { 'a.g': figure(-12, 1000, '-1.20%') }), ['同比下降1.20%。'])
  assert.deepEqual(write(['{a.g:trend}'], { 'a.g': figure(0, 1000, '0.00%') }), ['与去年同期持平。'])
})

test('a template that asks for an unknown figure is a fault, not an empty place', () => {
  assert.throws(() => write(['{no.such}'], {}), /no figure/)
})

test('the template that ships can be read', () => {
  assert.ok(readTemplate('half-year').sections.length > 2)
})

test('the template that ships says of the hotline and of what is published what S004 says of the first quarter of 2018', () => {
  const shares = { consult: '4.69%', help: '15.13%', complaint: '32.80%', report: '33.41%', suggestion: '2.95%', other: '11.02%' } as const
  const classes = { normative: 176, workNews: 476, enforcement: 109, budget: 35, other: 964 } as const
  const figures = {
    'hotline.orders': figure(26_169, null, '26169'),
    ...Object.fromEntries(Object.entries(shares).map(([kind, text]) => [`hotline.share-${kind}`, figure(1, 26_169, text)])),
    'publication.records': figure(1_760, null, '1760'),
    ...Object.fromEntries(Object.entries(classes).map(([filed, count]) => [`publication.share-${filed}`, figure(count, 1_760, '')])),
    'publication.responses': figure(30, null, '30'),
    'publication.on-website': figure(1_297, null, '1297'),
    'publication.on-microblog': figure(1_207, null, '1207'),
    'publication.on-wechat': figure(1_895, null, '1895'),
    'publication.interpretations': figure(22, null, '22'),
    'disclosure.requests': figure(52, null, '52'),
    'disclosure.on-time-rate': figure(52, 52, '100.00%'),
  }
  const known = new Map(placeables.map(({ id }) => [id, figure(0, null, null)]))
  const values = { figures: new Map([...known, ...Object.entries(figures)]), words: { office: '区政务办', year: '2018', period: '第一季度', lastDay: '3月31日' } }
  const { sections } = writeReport(readTemplate('half-year'), values)
  assert.deepEqual(sections.map(({ title, paragraphs }) => [title, ...paragraphs]), [
    ['一、推动网格化和12345热线工作', '第一季度，12345热线受理工单共26169宗。', '其中咨询类占4.69%，求助类占15.13%，投诉类占32.80%，举报类占33.41%，建议类占2.95%，其他类占11.02%。'],
    [
      '二、深化政务公开工作',
      '第一季度，全区已主动公开政府信息1760条，其中规范性文件176条，工作动态476条，行政执法类信息109条，财政预决算信息35条，其他信息964条。',
      '公开渠道方面，通过政府网站公开1297条次，通过政务微博公开1207条次，通过政务微信公开1895条次，此外还发布了政策解读22条，回应社会关注30条。',
      '依申请公开方面，共收到政府信息公开申请52份，到期应答复的52份中按时答复52份，按时答复率100.00%。',
    ],
  ])
})
