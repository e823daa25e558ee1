import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NATIONAL_FEE_ELEMENTS, NATIONAL_ITEM_ELEMENTS, NATIONAL_MATERIAL_ELEMENTS } from './national-elements.ts'

/** NOT NULL columns of the national tables, without those that only steer the exchange (`cd_*`, `data_source`, `order_num`, `task_guid`). */
const REQUIRED = {
  item:
    'catalog_code task_code task_name task_type task_version task_state by_law power_source use_level dept_name dept_code dept_type project_type server_type accept_condition anticipate_day ' +
    'anticipate_type promise_day promise_type special_procedure handle_flow is_fee limit_scene_num transact_addr transact_time link_way supervise_way is_single_login row_guid is_entry_center ' +
    'result_type is_schedule is_pay_online is_express is_service_terminals is_online question answer condition_name condition_desc',
  material: 'material_name is_need material_type material_format source_type page_num accept_stand condition_guid',
  fee: 'fee_name fee_stand by_law is_desc',
}

function missing(columns: string, elements: Readonly<Record<string, string>>): readonly string[] {
  return columns.split(' ').filter((column) => elements[column] === undefined)
}

test('every column that the national item tables require has its element in the record', () => {
  assert.deepEqual(missing(REQUIRED.item, NATIONAL_ITEM_ELEMENTS), [])
})

test('every column that the national material and fee tables require has its element in the record', () => {
  assert.deepEqual([missing(REQUIRED.material, NATIONAL_MATERIAL_ELEMENTS), missing(REQUIRED.fee, NATIONAL_FEE_ELEMENTS)], [[], []])
})
