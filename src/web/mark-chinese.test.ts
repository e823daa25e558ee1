import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markChinese } from './mark-chinese.ts'

const page = (body: string): string => `<!doctype html><html lang="en"><head><title>许可</title></head><body>${body}</body></html>`
const marked = (body: string): string => /<body>(.*)<\/body>/.exec(markChinese(page(body)))?.[1] ?? ''

test('Chinese words in an English sentence are marked, and the English around them is not', () => {
  assert.equal(marked('<p>Run by 花都区政务服务数据管理局, in English</p>'), '<p>Run by <span lang="zh-CN">花都区政务服务数据管理局</span>, in English</p>')
  assert.equal(marked('<p>开小吃店 or 开饭店</p>'), '<p><span lang="zh-CN">开小吃店</span> or <span lang="zh-CN">开饭店</span></p>')
})

test('signs, numbers and hidden letters that belong to a Chinese text stay in it', () => {
  assert.equal(marked('<td>《食品安全法》第35条</td>'), '<td><span lang="zh-CN">《食品安全法》第35条</span></td>')
  assert.equal(marked('<td>张**</td>'), '<td><span lang="zh-CN">张**</span></td>')
})

test('what bears a mark already gets no second one, nor what nobody reads', () => {
  assert.equal(marked('<button lang="zh-CN">中文</button><div lang="zh-CN"><b>局</b></div>'), '<button lang="zh-CN">中文</button><div lang="zh-CN"><b>局</b></div>')
  assert.match(markChinese(page('')), /<title>许可<\/title>/)
})

test('where an element holds nothing but text the mark stands on it', () => {
  assert.equal(marked('<select><option value="a">新华街道</option><option value="b">All</option></select>'), '<select><option lang="zh-CN" value="a">新华街道</option><option value="b">All</option></select>')
  assert.equal(marked('<svg><path d="M0 0"></path><text x="1">炭步镇</text></svg>'), '<svg><path d="M0 0"></path><text lang="zh-CN" x="1">炭步镇</text></svg>')
})

test('words in attributes and escaped signs stay as they are', () => {
  assert.equal(marked('<img alt="花都 > 1"/><input value="许可"/><p>张&amp;李 &lt;b&gt;</p>'), '<img alt="花都 > 1"/><input value="许可"/><p><span lang="zh-CN">张</span>&amp;<span lang="zh-CN">李</span> &lt;b&gt;</p>')
})
