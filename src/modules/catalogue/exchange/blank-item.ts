import type { ItemVersion } from '../schema/item-version.ts'
import { plainItem } from '../schema/plain-item.ts'

/** An item of which the tables are all that is known: what they have no room for starts from the plainest setting and is marked as not verified. */
export function blankItem(identity: Pick<ItemVersion, 'itemKey' | 'implementCode' | 'basicCode' | 'name' | 'department'>): ItemVersion {
  return {
    ...plainItem,
    ...identity,
    version: 1,
    state: 'DRAFT',
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    plainName: identity.name.slice(0, 200),
    itemType: '10',
    handlingItems: [{ code: `${identity.implementCode}01`, name: identity.name.slice(0, 200), when: [] }],
    implementingBody: { name: '', creditCode: '', nature: 'STATUTORY' },
    exerciseLevel: '4',
    legalBasis: [],
    serviceObjects: [],
    acceptanceConditions: [{ text: '符合设定依据的规定', references: [], mark: 'recalled' }],
    promisedLimit: { value: 1, unit: 'WORKING_DAY' },
    form: { sections: [{ key: 'matter', title: '申请事项', fields: [matterField] }] },
    route: { steps: [] },
    result: { kind: 'NONE', name: null, closingKind: 'CLOSED', sample: null, certificateType: null, validity: { kind: 'NONE', limit: null, text: '', mark: 'recalled' }, renewal: null, delivery: ['WINDOW'] },
    acceptanceScope: 'NONE',
    inServiceCentre: false,
    modes: { instant: false, online: false, nearby: false, once: false },
    places: [{ name: '政务服务中心', address: '见政务服务中心公告', hours: '工作日' }],
    consultPhone: null,
    complaintPhone: null,
  }
}

const matterField: ItemVersion['form']['sections'][number]['fields'][number] = {
  key: 'matter',
  label: '申请办理的内容',
  type: 'textarea',
  required: true,
  maxLength: 500,
  min: null,
  max: null,
  unit: null,
  options: [],
  hint: null,
  prefill: null,
  showWhen: [],
}
