import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'

/** What a certificate calls otherwise than the form that asks for it: its label, and what the form's fields and the questions may be called. */
const sources: readonly (readonly [label: string, asked: RegExp, all?: 'all'])[] = [
  ['地址', /地址$|地点$|位置$|^住所/],
  ['经营场所', /^经营场所地址$/],
  ['主体业态', /^主体业态/],
  ['经营项目', /^(餐饮服务|食品销售)项目$/, 'all'],
  ['许可范围', /范围$|^诊疗|^活动内容$|^品种|^食品类别$|^用途$|^使用性质$|^设备（器具）种类$|^行业/],
  ['建设单位', /^单位名称$/],
  ['建设规模', /^建设规模|^建筑面积$/],
  ['共有情况', /^共有方式$/],
  ['面积', /^建筑面积$|^宅基地面积$/],
  ['注册资本', /^注册资本/],
]
/** Asked for other reasons: where the result is sent, and where somebody is registered as a resident. */
const never = /^收件地址$|^户口所在/

/** Says of each field of the sample that is asked under another name where its content comes from. */
export function withSources(item: ItemVersion): ItemVersion {
  const { sample } = item.result
  if (sample === null || item.result.certificateType === null) return item
  const asked = [...item.form.sections.flatMap((section) => section.fields.map((field) => field.label)), ...item.scenarios.map(({ question }) => question)].filter((label) => !never.test(label))
  const fields = sample.fields.map((field) => {
    const source = asked.includes(field.label) ? undefined : sources.find(([label]) => label === field.label)
    const found = source === undefined ? [] : [...new Set(asked.filter((label) => source[1].test(label)))]
    return found.length === 0 ? field : { ...field, from: source?.[2] === 'all' ? found : found.slice(0, 1) }
  })
  return { ...item, result: { ...item.result, sample: { fields } } }
}
