import type { SubjectTextKey } from './text.ts'

/** Invented people of the demo city who may be chosen to sign in, and what each of them shows. */
export const demoPersons: readonly { readonly key: string; readonly name: SubjectTextKey; readonly shows: SubjectTextKey }[] = [
  { key: 'zhang-xiaomei', name: 'demo.zhang-xiaomei', shows: 'demo.zhang-xiaomei.shows' },
  { key: 'li-guoqiang', name: 'demo.li-guoqiang', shows: 'demo.li-guoqiang.shows' },
  { key: 'tan-yongan', name: 'demo.tan-yongan', shows: 'demo.tan-yongan.shows' },
  { key: 'ouyang-jing', name: 'demo.ouyang-jing', shows: 'demo.ouyang-jing.shows' },
  { key: 'wang-yuting', name: 'demo.wang-yuting', shows: 'demo.wang-yuting.shows' },
  { key: 'huang-bochang', name: 'demo.huang-bochang', shows: 'demo.huang-bochang.shows' },
]
