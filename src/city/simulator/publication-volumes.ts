/** S004: the 1,760 records that the district published in the first quarter of 2018, by the class of the statistics. */
export const statedClasses = { normative: 176, workNews: 476, enforcement: 109, budget: 35, other: 964 } as const

/** S004: 22 interpretations of policies beside them. */
export const statedInterpretations = 22

/** S004: 30 responses to what troubles the public. The statistics have no class for them: here they are records of the class `other`. */
export const statedResponses = 30

/**
 * S004: 1,297 of the publications were on the government's website, 1,207 on the microblog and 1,895 on WeChat, more than there were records:
 * 135 have a second post there (O-02). The catalogue of this portal, where every record stands (政府信息公开条例 art. 24), comes on top.
 */
export const statedWebsite = 1_297
export const statedMicroblogs = 1_207
export const statedWechat = 1_895
