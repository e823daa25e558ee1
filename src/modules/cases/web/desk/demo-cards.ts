/** What the reader of identity cards gives: the words that are printed on the card. */
export interface IdentityCard {
  readonly name: string
  readonly idNumber: string
  readonly address: string
  readonly regionCode: string
  readonly phone: string
}

/** Cards of invented people for a demo city, in the place of a reader. Three are of the register, the last is new to it. */
export const demoCards: readonly IdentityCard[] = [
  { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001', regionCode: '440114001', address: '广东省广州市花都区新华街道建设北路12号之一' },
  { name: '李国强', idNumber: '440114197911020019', phone: '13800005002', regionCode: '440114001', address: '广东省广州市花都区新华街道云山大道86号' },
  { name: '王雨婷', idNumber: '44011419950321004X', phone: '13800005003', regionCode: '440114002', address: '广东省广州市花都区花城街道公益路33号1502房' },
  { name: '何建新', idNumber: '11010519491231002X', phone: '13800005099', regionCode: '440114105', address: '广东省广州市花都区花东镇物流大道9号' },
]
