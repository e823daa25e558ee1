/** One invented member of staff for each room of a demo city, by the name to sign in with; all have the password of the demo. */
export const demoStaff = [
  { signInName: 'liangxueying', role: 'windowClerk' },
  { signInName: 'zhouminhua', role: 'reviewer' },
  { signInName: 'bishuzhen', role: 'approver' },
  { signInName: 'sujieying', role: 'unitHead' },
  { signInName: 'suyongjian', role: 'reviewHandler' },
  { signInName: 'bicuiyun', role: 'hotlineOperator' },
  { signInName: 'denghuilin', role: 'hotlineLead' },
  { signInName: 'guofengyi', role: 'gridCommander' },
  { signInName: 'huruizhe', role: 'gridWorker' },
  { signInName: 'hepeishan', role: 'publicationEditor' },
  { signInName: 'panjinrong', role: 'secrecyReviewer' },
  { signInName: 'limeiling', role: 'supervisor' },
  { signInName: 'panlixin', role: 'administrator' },
] as const

export const demoPassword = 'yimen-demo'
