import { Banner } from '#ui/banner.tsx'
import { CodeProof } from '#ui/code-proof.tsx'
import { Door } from '#ui/door.tsx'
import { FactsList, Strip } from '#ui/facts.tsx'
import { Bars, Figures } from '#ui/figure.tsx'
import { FlowChart } from '#ui/flow-chart.tsx'
import { IndexList, Rows } from '#ui/index-list.tsx'
import { MaskedValue } from '#ui/masked-value.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Pagination, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { flowEdges, flowNodes, type SampleUnit, sampleMatrix, sampleUnits } from './samples.ts'

const columns: readonly Column<SampleUnit>[] = [
  { key: 'name', title: '部门', names: true, sort: { href: '/gallery?sort=name' }, cell: (unit) => unit.name },
  { key: 'parts', title: '按时/应办结', numeric: true, cell: (unit) => unit.parts },
  { key: 'share', title: '率', numeric: true, sort: { href: '/gallery?sort=-share', now: 'ascending' }, cell: (unit) => unit.share },
]

export function ListSamples() {
  return (
    <>
      <Banner label="提醒" title="快到期" kind="near" link={{ href: '/gallery', text: '去补正' }}>
        ：补正材料请在10月12日前交齐。
      </Banner>
      <Section id="ways" title="入口" beside={<Tabs label="分类方式" inline items={[{ href: '/gallery?by=event', text: '按事情', current: true }, { href: '/gallery?by=unit', text: '按部门' }]} />}>
        <div className="cols cols-2">
          <IndexList items={[{ href: '/gallery?e=1', icon: 'shop', title: '开店经营', line: '食品经营、招牌' }, { href: '/gallery?e=2', icon: 'home', title: '住房与户籍', line: '不动产登记、居住证' }]} />
          <Door id="sample-door" title="不登录，查进度" lead={{ href: '/gallery?mine', text: '我的办件' }}>
            <p className="hint">凭受理通知书上的编号和查询码。</p>
          </Door>
        </div>
        <div className="mt">
          <Rows columns={3} items={[{ href: '/gallery?r=1', title: '新生儿出生', lines: ['出生医学证明、户口登记、医保参保', '5项合办，承诺5个工作日'] }, { title: '不能点的一行', lines: ['没有链接', '只给看'] }]} />
        </div>
      </Section>
      <Section id="tables" title="表格">
        <Tabs label="办件范围" items={[{ href: '/gallery?scope=mine', text: '要我办', count: 23, current: true }, { href: '/gallery?scope=others', text: '等别人', count: 5 }]} />
        <div className="mt">
          <Table caption="9月按承诺办结" columns={columns} rows={sampleUnits} rowKey={(unit) => unit.name} empty="没有部门" />
        </div>
        <Pagination summary="第2页，共16页，312件" previousHref="/gallery?page=1" nextHref="/gallery?page=3" />
        <div className="mt">
          <Table caption="没有内容的表" columns={columns.slice(0, 1)} rows={[]} rowKey={(unit) => unit.name} empty="现在没有要你办的件" />
        </div>
      </Section>
      <Section id="figures" title="数字">
        <Strip items={[{ term: '昨天受理', value: '312件' }, { term: '按承诺办结', value: '295/299', note: '98.7%，分母含2件超期未结' }]} />
        <Figures
          figures={[
            { label: '按承诺办结', value: '99.1%', parts: { href: '/gallery?f=1', text: '5,412 / 5,459' }, note: '分母含超期未结21件' },
            { label: '一次办好', value: '97.5%', parts: { href: '/gallery?f=2', text: '5,301 / 5,438' } },
          ]}
        />
        <div className="mt">
          <Bars
            bars={[
              { label: '承诺', percent: 50, words: '5天，10月12日周一' },
              { label: '法定', percent: 100, kind: 'line', words: '10天，10月19日周一' },
              { label: '评审', percent: 60, kind: 'stop', words: '6天，停表' },
              { label: '公示', percent: 8, kind: 'text', words: '0.5天' },
            ]}
          />
        </div>
      </Section>
      <Section id="flow" title="怎么办">
        <FlowChart id="sample-flow" label="流程图：申请、受理、审查与核查、并联意见、决定、制证送达。材料不齐时一次告知，补齐后回到申请。" nodes={flowNodes} edges={flowEdges} />
      </Section>
      <Section id="proof" title="存证">
        <FactsList
          facts={[
            { term: '手机', value: <MaskedValue masked="138****0000" show={{ action: '/gallery', name: 'field', value: 'phone', text: '显示', label: '显示完整的手机号，会记下是谁看的' }} /> },
            { term: '证件', value: <MaskedValue masked="440114********001X" /> },
            { term: '项目代码', value: '2603-440114-04-01-582137', code: true },
          ]}
        />
        <div className="row mt">
          <QrCode matrix={sampleMatrix} label="核验二维码样子，没有内容" />
          <CodeProof label="末条散列 SM3" code="9f3c5b1e70d2a4b8c1f06e5d92ab7310" note="点一下选中全部" />
        </div>
      </Section>
    </>
  )
}
