import { ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { LegalCalendar } from '#ui/legal-calendar.tsx'
import { MaterialsList } from '#ui/materials.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Pips, Steps } from '#ui/steps.tsx'
import { ClockBadge, Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { WhoWhen } from '#ui/who-when.tsx'
import { clockDays } from './samples.ts'

export function MatterSamples() {
  return (
    <>
      <Section id="marks" title="标记">
        <p className="row">
          <Tag>重点项目</Tag>
          <Tag kind="free">免提交</Tag>
          <Tag kind="need">要准备</Tag>
          <Tag kind="near">黄牌</Tag>
          <Tag kind="over">2处不符合</Tag>
          <Tag kind="stop">停表</Tag>
        </p>
        <p className="row mt">
          <ClockBadge state="run" strong>
            还剩4个工作日
          </ClockBadge>
          <ClockBadge state="near">今天到期</ClockBadge>
          <ClockBadge state="over">超1天</ClockBadge>
          <ClockBadge state="stop">停表第3天</ClockBadge>
          <ClockBadge state="done">同意</ClockBadge>
        </p>
        <div className="mt stack">
          <Note>清单以外的材料，任何窗口都不能要。</Note>
          <Note kind="accent">这一步可以当场办完。</Note>
          <Note kind="near">发出后不能收回。</Note>
          <Note kind="stop">评审期间停表，不计入时限。</Note>
        </div>
      </Section>
      <Section id="steps" title="步骤">
        <Steps
          label="申请步骤"
          steps={[
            { text: '你的情况', state: 'done', href: '/gallery#steps' },
            { text: '主体与场所', state: 'now' },
            { text: '材料', state: 'later' },
            { text: '确认提交', state: 'later' },
          ]}
        />
      </Section>
      <Section id="matter" title="办件">
        <WhoWhen
          who={{ title: '现在由谁办', answer: '建设工程审批科　李**', children: <p>9月23日起继续审查。</p> }}
          when={{
            title: '最迟什么时候答复',
            answer: <time dateTime="2026-10-10">10月10日 周六</time>,
            children: <Pips label="承诺10个工作日，已计6个，还剩4个；第2天后停表6个工作日" pips={['full', 'full', 'stopped', 'full', 'full', 'full', 'full', 'empty', 'empty', 'empty', 'empty']} />,
          }}
          todo="现在不用你做什么。"
          actions={
            <ButtonLink href="/gallery#matter" kind="plain">
              催办
            </ButtonLink>
          }
        />
      </Section>
      <Section id="calendar" title="为什么是10月10日" meta="每一天算不算，都在这里">
        <LegalCalendar days={clockDays} today="2026-09-29" dueOn="2026-10-10" />
      </Section>
      <Section id="timeline" title="办到哪一步">
        <Timeline
          entries={[
            { title: '继续审查', state: 'now', at: '2026-09-23T09:00+08:00', when: '9月23日 9:00', text: '建设工程审批科 李**' },
            { title: '停表：专家评审', state: 'stop', text: '9月16日起，9月22日止。' },
            { title: '受理', at: '2026-09-11T15:20+08:00', when: '9月11日 15:20', text: '综合窗口12号 陈**' },
          ]}
        />
      </Section>
      <Section id="materials" title="材料">
        <FactsList
          as="summary"
          facts={[
            { term: '承诺办结', value: '5个工作日', note: '法定10个工作日' },
            { term: '到现场', value: '0次', note: '核查由我们上门' },
            { term: '收费', value: '不收费' },
          ]}
        />
        <div className="mt">
          <MaterialsList
            materials={[
              { name: '经营布局、操作流程', text: '一张平面图即可。', links: [{ href: '/gallery#sample', text: '填好的样子' }], tag: { kind: 'need', text: '要准备' } },
              { name: '营业执照', text: '从电子证照库取，你确认一下就行。', tag: { kind: 'free', text: '免提交' } },
            ]}
          />
        </div>
      </Section>
    </>
  )
}
