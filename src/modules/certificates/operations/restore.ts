import { stateOperation } from './state-operation.ts'

/** 暂扣发还: the certificate is valid again. */
export const restore = stateOperation('restore', 'Restores a withheld certificate')
