import { stateOperation } from './state-operation.ts'

/** 暂扣发还: the certificate is valid again. */
export const restore = stateOperation('restore', 'Restores a withheld certificate', '核查完毕，未发现违法情形')
