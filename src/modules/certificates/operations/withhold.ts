import { stateOperation } from './state-operation.ts'

/** 暂扣: for a time, until it is restored. */
export const withhold = stateOperation('withhold', 'Withholds a certificate; restoring makes it valid again')
