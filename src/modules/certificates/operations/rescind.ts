import { stateOperation } from './state-operation.ts'

/** 撤销 (行政许可法 art. 69): it should not have been granted. Final (D-06). */
export const rescind = stateOperation('rescind', 'Rescinds a certificate that should not have been granted; final', '以欺骗手段取得许可')
