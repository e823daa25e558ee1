import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Squares } from '#ui/figure.tsx'
import { OpinionList } from '#ui/opinions.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YesNo } from '#ui/yes-no.tsx'
import { sampleMatrix } from '../gallery/samples.ts'

export function meta() {
  return [{ title: '工作人员用的部件' }]
}

/** The parts of staff screens and paper. Contents are invented. */
export default function StaffGallery() {
  return (
    <>
      <div className="wrap">
        <DialogPage
          action="/gallery"
          about="A047 张**，食品经营许可（新办）"
          title="发出一次性告知书？"
          actions={
            <>
              <Button shortcut="y">发出并打印</Button>
              <ButtonLink href="/gallery/staff" kind="plain" shortcut="b">
                回去再看
              </ButtonLink>
            </>
          }
        >
          <FactsList facts={[{ term: '文书号', value: '花市监许补〔2026〕1027号' }, { term: '时限', value: '承诺和法定时限都未开始，补齐受理后起算' }]} />
          <Note kind="near">发出后不能收回。</Note>
        </DialogPage>
        <div className="room room-desk">
          <div>
            <Pane id="opinions" title="并联意见" meta="3个单位，已回1个">
              <OpinionList
                opinions={[
                  { unit: '区林业和园林局', state: 'over', answer: '超1天', text: '绿地布置。9月28日应回。' },
                  { unit: '市生态环境局花都分局', state: 'near', answer: '今天到期' },
                  { unit: '区水务局', state: 'done', answer: '有条件同意', text: '雨水口改至南侧。' },
                ]}
              />
            </Pane>
          </div>
          <div className="mid">
            <Pane id="standards" title="材料6份" meta="逐条判断，判否的自动写进告知书">
              <YesNo name="q1" standard="标出厨房、就餐区、洗手、消毒四处的位置" answer="yes" />
              <YesNo name="q2" standard="四处都写了面积，合计不超过申请的42.5㎡" answer="no" fault={{ name: 'q2-fault', label: '不符合的内容', value: '消毒区没有写面积' }} />
              <YesNo name="q3" standard="负责人签了名和日期" />
            </Pane>
          </div>
          <div>
            <Pane id="late" title="超期，一格一件">
              <p>
                <Squares open={6} closed={7} label="超期未结6件，超期办结7件" />
              </p>
            </Pane>
          </div>
        </div>
      </div>
      <div className="wrap papers">
        <Sheet
          id="notice"
          specimen="样张，不具法律效力"
          issuer="广州市规划和自然资源局花都区分局"
          title={['行政许可申请', '受理通知书']}
          number="花规资许受〔2026〕318号"
          blocks={[
            { kind: 'addressee', text: '广州**供应链管理有限公司：' },
            { kind: 'paragraphs', texts: ['你单位2026年9月11日提出的建设工程规划许可证核发申请及下列材料收到。经审查，材料齐全，符合法定形式。依据《中华人民共和国行政许可法》第三十二条第一款第五项，决定予以受理。'] },
            { kind: 'table', head: ['序', '材料', '份数', '形式'], rows: [['1', '申请书', '1', '网上填写'], ['2', '不动产权证书', '1', '电子证照，免提交']] },
            { kind: 'paragraphs', texts: ['办理时限自2026年9月12日起算：承诺10个工作日，至2026年9月24日；法定20个工作日，至2026年10月15日。'] },
          ]}
          issuedOn="2026年9月11日"
          seal="行政许可专用章"
          check={{ code: { matrix: sampleMatrix, label: '核验二维码样子，没有内容' }, lines: ['扫码，或在“核验文书”输入8F2K-7Q4M-3XTD，可查真伪和现在的状态。', '第1页，共1页。'] }}
        />
      </div>
    </>
  )
}
