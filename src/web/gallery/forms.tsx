import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'

const towns = ['新华街道', '新雅街道', '狮岭镇'].map((name) => ({ value: name, label: name }))
const uses = [
  { value: 'meal', label: '餐饮服务' },
  { value: 'sale', label: '食品销售', hint: '散装食品也算' },
  { value: 'canteen', label: '单位食堂' },
]

export function FormSamples() {
  return (
    <Section id="forms" title="表单">
      <ErrorSummary
        title="有3处要改"
        problems={[
          { id: 'place', text: '经营场所：请写到门牌号' },
          { id: 'area', text: '使用面积：请填数字，例如42.5' },
          { id: 'open-kitchen', text: '厨房：请选一项' },
        ]}
      />
      <form method="get" action="/gallery">
        <Field id="town" label="所在镇街">
          {(ids) => <Select {...ids} name="town" options={towns} width={16} />}
        </Field>
        <Field id="place" label="经营场所" hint="和你实际开店的地方一致，核查时会去那里" error="请写到门牌号，例如“建设北路12号之一”">
          {(ids) => <TextInput {...ids} name="place" defaultValue="建设北路" width={24} autoComplete="address-line1" />}
        </Field>
        <Field id="area" label="使用面积" hint="包括厨房、就餐区和仓库，不包括公摊" error="请填数字，例如42.5" unit="平方米">
          {(ids) => <TextInput {...ids} name="area" defaultValue="四十多" inputMode="decimal" width={4} />}
        </Field>
        <Field id="person" label="姓名" hint="来自实名登录，不能改">
          {(ids) => <TextInput {...ids} name="person" defaultValue="张**" readOnly width={8} />}
        </Field>
        <Field id="open-on" label="开业日期" optional>
          {(ids) => <DateInput {...ids} name="open-on" min="2026-09-29" />}
        </Field>
        <Field id="plan" label="平面图" hint="PDF或照片，每份不超过20MB">
          {(ids) => <FileInput {...ids} name="plan" accept="application/pdf,image/*" />}
        </Field>
        <Field id="memo" label="要提前说明的" hint="例如店门朝向、几点以后有人" optional>
          {(ids) => <TextArea {...ids} name="memo" />}
        </Field>
        <Radios name="use" legend="经营什么" options={uses} value="meal" tiles />
        <Radios name="open-kitchen" legend="厨房能从外面看到吗" hint="透明厨房、视频厨房都算" error="请选一项" options={[{ value: 'yes', label: '能' }, { value: 'no', label: '不能' }]} />
        <Checkboxes name="extra" legend="做不做这些" hint="可以多选，都不做就不选" options={[{ value: 'delivery', label: '网络外卖' }, { value: 'cold', label: '凉菜、生食' }]} values={['delivery']} tiles />
        <Checkbox name="truth" label="以上内容真实，我愿意承担法律责任" />
        <Actions>
          <Button>保存并继续</Button>
          <Button kind="second">按我的情况更新</Button>
          <ButtonLink href="/gallery" kind="plain">
            上一步
          </ButtonLink>
          <Button kind="over">撤回申请</Button>
          <Button blockedBy="why-blocked" shortcut="s">
            提交
          </Button>
        </Actions>
        <p className="meta mt-s" id="why-blocked">
          还有3处要改，改好才能提交。
        </p>
      </form>
    </Section>
  )
}
