import { stateOperation } from './state-operation.ts'

/** 暂扣: for a time, until it is restored. */
export const withhold = stateOperation('withhold', 'Withholds a certificate; restoring makes it valid again', '涉嫌违法，核查期间暂扣')
