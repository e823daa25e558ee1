import { FieldGroup } from '#ui/field.tsx'
import { FormControl } from '#ui/form-control.tsx'
import { RegionPicker } from '#ui/region-picker.tsx'
import { Section } from '#ui/section.tsx'
import { SignatureDrawing, SignatureField } from '#ui/signature-field.tsx'
import { UploadRows } from '#ui/upload-field.tsx'
import type { Upload } from '#ui/upload-list.ts'
import { sampleSignature } from './samples.ts'
import { say } from './text.ts'

const uploads: readonly Upload[] = [
  { key: 0, name: say('states.upload.done'), state: 'done', percent: 100, id: 'sample' },
  { key: 1, name: say('states.upload.sending'), state: 'sending', percent: 45 },
  { key: 2, name: say('states.upload.resumed'), state: 'sending', percent: 72, resumed: true },
  { key: 3, name: say('states.upload.broken'), state: 'failed', percent: 0, fault: '' },
  { key: 4, name: say('states.upload.refused'), state: 'failed', percent: 0, fault: say('states.upload.refused.why') },
  { key: 5, name: say('states.upload.waiting'), state: 'waiting', percent: 0 },
]

const level = (...names: readonly string[]) => names.map((label) => ({ value: label, label }))
const province = level(say('states.region.province'), say('states.region.province.other'))
const prefecture = level(say('states.region.prefecture'), say('states.region.prefecture.other'))
const county = level(say('states.region.county'), say('states.region.county.other'))
const township = level(say('states.region.township'), say('states.region.township.other'))
const village = level(say('states.region.village'), say('states.region.village.other'))
const chosen = (options: typeof province) => ({ options, value: options[0]?.value ?? '' })

/** What a part looks like on its way: half sent, broken, sent again; unsigned, signed, refused; a region begun, refused, complete. */
export function StateSamples() {
  const next = { name: 'step', value: 'region' }
  return (
    <Section id="states" title={say('states')}>
      <form method="get">
        <FieldGroup id="states-upload" legend={say('states.upload')}>
          <UploadRows name="states-files" uploads={uploads} />
        </FieldGroup>
        <FieldGroup id="states-unsigned" legend={say('states.signature.empty')}>
          <SignatureDrawing path="" />
        </FieldGroup>
        <FieldGroup id="states-signed" legend={say('states.signature.drawn')}>
          <SignatureDrawing path={sampleSignature} />
        </FieldGroup>
        <SignatureField name="states-refused" legend={say('states.signature.refused')} error={say('states.signature.refused.why')} />
        <RegionPicker name="states-begun" legend={say('states.region.begun')} levels={[{ options: province, value: '' }]} next={next} />
        <RegionPicker name="states-wrong" legend={say('states.region.refused')} error={say('states.region.refused.why')} levels={[chosen(province), chosen(prefecture), { options: county, value: '' }]} next={next} />
        <RegionPicker name="states-whole" legend={say('states.region.whole')} levels={[chosen(province), chosen(prefecture), chosen(county), chosen(township), chosen(village)]} next={next} />
        <FormControl id="states-known" field={{ label: say('states.known'), type: 'personName', required: true, maxLength: 50, unit: null, hint: null, options: [] }} known={{ value: say('states.known.value'), source: say('states.known.source'), fixed: true }} />
      </form>
    </Section>
  )
}
