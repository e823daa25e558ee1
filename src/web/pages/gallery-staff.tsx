import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Squares } from '#ui/figure.tsx'
import { OpinionList } from '#ui/opinions.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YesNo } from '#ui/yes-no.tsx'
import { demoOnly } from '../gallery/demo-only.ts'
import { sampleMatrix } from '../gallery/samples.ts'
import { say } from '../gallery/text.ts'

export const loader = demoOnly

export function meta() {
  return [{ title: say('parts.staff') }]
}

/** The parts of staff screens and paper. Contents are invented. */
export default function StaffGallery() {
  return (
    <>
      <div className="wrap">
        <DialogPage
          action="/gallery"
          about={say('dialog.about')}
          title={say('dialog.title')}
          actions={
            <>
              <Button shortcut="y">{say('dialog.issue')}</Button>
              <ButtonLink href="/gallery/staff" kind="plain" shortcut="b">
                {say('dialog.back')}
              </ButtonLink>
            </>
          }
        >
          <FactsList facts={[{ term: say('dialog.number'), value: say('dialog.number.issued') }, { term: say('dialog.limit'), value: say('dialog.limit.waits') }]} />
          <Note kind="near">{say('dialog.final')}</Note>
        </DialogPage>
        <div className="room room-desk">
          <div>
            <Pane id="opinions" title={say('opinions')} meta={say('opinions.meta')}>
              <OpinionList
                opinions={[
                  { unit: say('opinions.forestry'), state: 'over', answer: say('opinions.forestry.answer'), text: say('opinions.forestry.text') },
                  { unit: say('opinions.ecology'), state: 'near', answer: say('opinions.ecology.answer') },
                  { unit: say('opinions.water'), state: 'done', answer: say('opinions.water.answer'), text: say('opinions.water.text') },
                  { unit: say('opinions.transport'), state: 'run', answer: say('opinions.transport.answer') },
                  { unit: say('opinions.police'), state: 'stop', answer: say('opinions.police.answer') },
                ]}
              />
            </Pane>
          </div>
          <div className="mid">
            <Pane id="standards" title={say('standards')} meta={say('standards.meta')}>
              <YesNo name="q1" standard={say('standards.places')} answer="yes" />
              <YesNo name="q2" standard={say('standards.areas')} answer="no" fault={{ name: 'q2-fault', label: say('standards.areas.fault'), value: say('standards.areas.fault.typed') }} />
              <YesNo name="q3" standard={say('standards.signed')} />
            </Pane>
          </div>
          <div>
            <Pane id="late" title={say('late')}>
              <p>
                <Squares open={6} closed={7} label={say('late.label')} />
              </p>
            </Pane>
          </div>
        </div>
      </div>
      <div className="wrap papers">
        <Sheet
          id="notice"
          specimen={say('sheet.specimen')}
          issuer={say('sheet.issuer')}
          title={[say('sheet.title.matter'), say('sheet.title.document')]}
          number={say('sheet.number')}
          blocks={[
            { kind: 'addressee', text: say('sheet.addressee') },
            { kind: 'paragraphs', texts: [say('sheet.decision')] },
            { kind: 'table', head: [say('sheet.materials.place'), say('sheet.materials.name'), say('sheet.materials.copies'), say('sheet.materials.form')], rows: [['1', say('sheet.application'), '1', say('sheet.application.form')], ['2', say('sheet.title-deed'), '1', say('sheet.title-deed.form')]] },
            { kind: 'paragraphs', texts: [say('sheet.limits')] },
          ]}
          issuedOn={say('sheet.issued-on')}
          seal={say('sheet.seal')}
          check={{ code: { matrix: sampleMatrix, label: say('sheet.check.label') }, lines: [say('sheet.check'), say('sheet.check.page')] }}
        />
      </div>
    </>
  )
}
