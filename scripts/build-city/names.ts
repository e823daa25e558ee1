// Invented people: every surname is paired with every given name before a pair comes back.
const SURNAMES = [
  ['陈', 'chen'], ['李', 'li'], ['黄', 'huang'], ['张', 'zhang'], ['梁', 'liang'], ['林', 'lin'], ['刘', 'liu'], ['吴', 'wu'],
  ['罗', 'luo'], ['杨', 'yang'], ['邓', 'deng'], ['何', 'he'], ['曾', 'zeng'], ['苏', 'su'], ['谢', 'xie'], ['钟', 'zhong'],
  ['江', 'jiang'], ['徐', 'xu'], ['毕', 'bi'], ['汤', 'tang'], ['邝', 'kuang'], ['冯', 'feng'], ['郭', 'guo'], ['潘', 'pan'],
  ['朱', 'zhu'], ['蔡', 'cai'], ['卢', 'lu'], ['胡', 'hu'], ['周', 'zhou'], ['宋', 'song'], ['欧阳', 'ouyang'], ['温', 'wen'],
] as const

const GIVEN_NAMES = [
  ['嘉敏', 'jiamin'], ['志强', 'zhiqiang'], ['婉仪', 'wanyi'], ['俊杰', 'junjie'], ['秀芳', 'xiufang'], ['伟明', 'weiming'],
  ['晓彤', 'xiaotong'], ['家豪', 'jiahao'], ['淑贞', 'shuzhen'], ['建华', 'jianhua'], ['美玲', 'meiling'], ['永健', 'yongjian'],
  ['丽娟', 'lijuan'], ['国栋', 'guodong'], ['思颖', 'siying'], ['文涛', 'wentao'], ['雪莹', 'xueying'], ['子聪', 'zicong'],
  ['惠珍', 'huizhen'], ['浩然', 'haoran'], ['佩珊', 'peishan'], ['锦荣', 'jinrong'], ['诗韵', 'shiyun'], ['德胜', 'desheng'],
  ['翠云', 'cuiyun'], ['启航', 'qihang'], ['慧琳', 'huilin'], ['少峰', 'shaofeng'], ['玉兰', 'yulan'], ['健文', 'jianwen'],
  ['静怡', 'jingyi'], ['卓豪', 'zhuohao'], ['凤仪', 'fengyi'], ['海涛', 'haitao'], ['敏华', 'minhua'], ['世杰', 'shijie'],
  ['宝珠', 'baozhu'], ['立新', 'lixin'], ['雅雯', 'yawen'], ['振宇', 'zhenyu'], ['燕芬', 'yanfen'], ['景行', 'jingxing'],
  ['若琳', 'ruolin'], ['炳坤', 'bingkun'], ['春梅', 'chunmei'], ['睿哲', 'ruizhe'], ['月娥', 'yuee'], ['柏霖', 'bolin'],
  ['洁莹', 'jieying'], ['宏达', 'hongda'], ['敏', 'min'], ['磊', 'lei'], ['帆', 'fan'],
] as const

export interface InventedName {
  readonly name: string
  readonly signInName: string
}

/** The n-th invented name. 32 surnames and 53 given names have no common factor, so the first 1,696 differ. */
export function inventedName(n: number): InventedName {
  const [surname, surnamePinyin] = SURNAMES[(n * 5) % SURNAMES.length] ?? SURNAMES[0]
  const [given, givenPinyin] = GIVEN_NAMES[(n * 13) % GIVEN_NAMES.length] ?? GIVEN_NAMES[0]
  return { name: surname + given, signInName: surnamePinyin + givenPinyin }
}
