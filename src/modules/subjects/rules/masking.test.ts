import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskAddress, maskCreditCode, maskIdNumber, maskOrganisationName, maskPersonName, maskPhone } from './masking.ts'

test('a name shows its first character and does not tell its length', () => {
  assert.deepEqual(['张三', '张晓梅', '欧阳静', '买买提·吐尔逊', '𬱖强'].map(maskPersonName), ['张**', '张**', '欧**', '买**', '𬱖**'])
})

test('an organisation shows its place, trade and form, not its trade name', () => {
  assert.equal(maskOrganisationName('广州穗汇连供应链管理有限公司', '穗汇连'), '广州**供应链管理有限公司')
  assert.equal(maskOrganisationName('花都区新华梅姐巷小吃店', '梅姐巷'), '花都区新华**小吃店')
  assert.equal(maskOrganisationName('花都区$&小店', '$&'), '花都区**小店')
})

test('an organisation whose trade name is unknown shows only its two ends', () => {
  assert.equal(maskOrganisationName('广州穗汇连供应链管理有限公司', null), '广州**有限公司')
  assert.equal(maskOrganisationName('梅姐小吃店', null), '梅**')
})

test('an identity number shows the region and the last four characters', () => {
  assert.equal(maskIdNumber('440114198805160012'), '440114********0012')
  assert.equal(maskIdNumber('44011419880516001X'), '440114********001X')
  assert.equal(maskIdNumber('E12345678'), 'E****78')
  assert.equal(maskIdNumber('1234'), '****')
})

test('a credit code shows twelve characters and the last two', () => {
  assert.equal(maskCreditCode('92440114MA5Y00015A'), '92440114MA5Y****5A')
  assert.equal(maskCreditCode('12345'), '****')
})

test('a mobile number shows three and four digits, a landline its area and the last two', () => {
  assert.equal(maskPhone('13800000000'), '138****0000')
  assert.equal(maskPhone('020-00000102'), '020-****02')
  assert.equal(maskPhone('0755-1234567'), '0755-****67')
  assert.equal(maskPhone('12345'), '****')
})

test('an address shows the town or street and nothing below it', () => {
  assert.equal(maskAddress('广东省广州市花都区新华街道建设北路12号之一'), '广东省广州市花都区新华街道****')
  assert.equal(maskAddress('广东省广州市花都区花东镇凤凰村3队18号'), '广东省广州市花都区花东镇****')
  assert.equal(maskAddress('花都区赤坭镇瑞岭村花场路8号'), '花都区赤坭镇****')
  assert.equal(maskAddress('广西壮族自治区南宁市青秀区长湖路1号'), '广西壮族自治区南宁市青秀区****')
  assert.equal(maskAddress('建设北路12号'), '****')
  assert.equal(maskAddress('丽雅小区5栋'), '****')
})

test('a very long text is masked whole', () => {
  assert.equal(maskAddress('甲'.repeat(10_000)), '****')
  assert.equal(maskPhone('1'.repeat(10_000)), '****')
})
