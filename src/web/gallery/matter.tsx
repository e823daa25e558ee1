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
import { say } from './text.ts'

export function MatterSamples() {
  return (
    <>
      <Section id="marks" title={say('marks')}>
        <p className="row">
          <Tag>{say('marks.plain')}</Tag>
          <Tag kind="free">{say('marks.free')}</Tag>
          <Tag kind="need">{say('marks.need')}</Tag>
          <Tag kind="near">{say('marks.near')}</Tag>
          <Tag kind="over">{say('marks.over')}</Tag>
          <Tag kind="stop">{say('marks.stop')}</Tag>
        </p>
        <p className="row mt">
          <ClockBadge state="run" strong>
            {say('marks.clock.run')}
          </ClockBadge>
          <ClockBadge state="near">{say('marks.clock.near')}</ClockBadge>
          <ClockBadge state="over">{say('marks.clock.over')}</ClockBadge>
          <ClockBadge state="stop">{say('marks.clock.stop')}</ClockBadge>
          <ClockBadge state="done">{say('marks.clock.done')}</ClockBadge>
        </p>
        <div className="mt stack">
          <Note>{say('marks.note')}</Note>
          <Note kind="accent">{say('marks.note.accent')}</Note>
          <Note kind="near">{say('marks.note.near')}</Note>
          <Note kind="stop">{say('marks.note.stop')}</Note>
        </div>
      </Section>
      <Section id="steps" title={say('steps')}>
        <Steps
          label={say('steps.label')}
          steps={[
            { text: say('steps.situation'), state: 'done', href: '/gallery#steps' },
            { text: say('steps.place'), state: 'now' },
            { text: say('steps.materials'), state: 'later' },
            { text: say('steps.confirm'), state: 'later' },
          ]}
        />
      </Section>
      <Section id="matter" title={say('matter')}>
        <WhoWhen
          who={{ title: say('matter.who'), answer: say('matter.who.answer'), children: <p>{say('matter.who.since')}</p> }}
          when={{
            title: say('matter.when'),
            answer: <time dateTime="2026-10-10">{say('matter.when.answer')}</time>,
            children: <Pips label={say('matter.when.pips')} pips={['full', 'full', 'stopped', 'full', 'full', 'full', 'full', 'empty', 'empty', 'empty', 'empty']} />,
          }}
          todo={say('matter.todo')}
          actions={
            <ButtonLink href="/gallery#matter" kind="plain">
              {say('matter.urge')}
            </ButtonLink>
          }
        />
      </Section>
      <Section id="calendar" title={say('calendar')} meta={say('calendar.meta')}>
        <LegalCalendar days={clockDays} today="2026-09-29" dueOn="2026-10-10" />
      </Section>
      <Section id="timeline" title={say('timeline')}>
        <Timeline
          entries={[
            { title: say('timeline.review'), state: 'now', at: '2026-09-23T09:00+08:00', when: say('timeline.review.when'), text: say('timeline.review.who') },
            { title: say('timeline.stopped'), state: 'stop', text: say('timeline.stopped.days') },
            { title: say('timeline.accepted'), at: '2026-09-11T15:20+08:00', when: say('timeline.accepted.when'), text: say('timeline.accepted.who') },
          ]}
        />
      </Section>
      <Section id="materials" title={say('materials')}>
        <FactsList
          as="summary"
          facts={[
            { term: say('materials.promised'), value: say('materials.promised.days'), note: say('materials.promised.note') },
            { term: say('materials.visits'), value: say('materials.visits.count'), note: say('materials.visits.note') },
            { term: say('materials.fee'), value: say('materials.fee.none') },
          ]}
        />
        <div className="mt">
          <MaterialsList
            materials={[
              { name: say('materials.layout'), text: say('materials.layout.text'), links: [{ href: '/gallery#sample', text: say('materials.layout.sample') }], tag: { kind: 'need', text: say('marks.need') } },
              { name: say('materials.licence'), text: say('materials.licence.text'), tag: { kind: 'free', text: say('marks.free') } },
            ]}
          />
        </div>
      </Section>
    </>
  )
}
