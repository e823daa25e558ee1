import { drawPdf } from '#kernel/documents/pdf.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { Devices, IdentityCard } from './devices.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** Invented people of the demo city. Three are in its register, the last is new to it. */
const cards: Readonly<Record<string, IdentityCard>> = {
  'zhang-xiaomei': { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001', regionCode: '440114001', address: '广东省广州市花都区新华街道建设北路12号之一' },
  'li-guoqiang': { name: '李国强', idNumber: '440114197911020019', phone: '13800005002', regionCode: '440114001', address: '广东省广州市花都区新华街道云山大道86号' },
  'wang-yuting': { name: '王雨婷', idNumber: '44011419950321004X', phone: '13800005003', regionCode: '440114002', address: '广东省广州市花都区花城街道公益路33号1502房' },
  'he-jianxin': { name: '何建新', idNumber: '11010519491231002X', phone: '13800005099', regionCode: '440114105', address: '广东省广州市花都区花东镇物流大道9号' },
}

/** The devices of a demo city: a reader on which invented cards are laid, and a scanner whose every sheet says that it is simulated. */
export const simulatedDevices: Devices = {
  identityReader: {
    name: 'simulated-reader',
    cards: Object.entries(cards).map(([key, { name, idNumber }]) => ({ key, name, tail: idNumber.slice(-4) })),
    read: async (key) => (key !== undefined && Object.hasOwn(cards, key) ? cards[key] : undefined),
  },
  scanner: {
    name: 'simulated-scanner',
    scan: (title, at) =>
      drawPdf({
        kind: 'simulatedScan',
        version: 1,
        layout: 'letter',
        title,
        issuedOn: dayOf(at),
        blocks: [
          { kind: 'letterhead', text: title },
          { kind: 'paragraph', text: texts.scan.simulated },
        ],
      }),
  },
}
