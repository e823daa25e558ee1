import { stateOperation } from './state-operation.ts'

/** 注销 (行政许可法 art. 70): it has lost its ground. Final (D-06). */
export const deregister = stateOperation('deregister', 'Deregisters a certificate that has lost its ground; final', '有效期届满未延续')
