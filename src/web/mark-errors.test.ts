import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markErrors } from './mark-errors.ts'

const page = (body: string): string => `<html><head><title>食品经营许可 $&amp; 申请</title></head><body>${body}<title>图</title></body></html>`

test('the window title of a page with an error summary begins by saying so, and stays as it was behind that', () => {
  assert.equal(markErrors(page('<div class="errsum" role="alert">有1处要改</div>')), page('<div class="errsum" role="alert">有1处要改</div>').replace('食品', () => '错误：食品'))
})

test('a page without an error summary keeps its title', () => {
  const fine = page('<p>已提交</p>')
  assert.equal(markErrors(fine), fine)
})
