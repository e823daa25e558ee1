import { stateOperation } from './state-operation.ts'

/** 吊销 (行政处罚法 art. 9): a punishment. Final (D-06). */
export const revoke = stateOperation('revoke', 'Revokes a certificate as a punishment; final', '违法情节严重，依法吊销')
