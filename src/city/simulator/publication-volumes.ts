/** S004: the 1,760 records that the district published in the first quarter of 2018, by the class of the statistics. */
export const statedClasses = { normative: 176, workNews: 476, enforcement: 109, budget: 35, other: 964 } as const

/** S004: 22 interpretations of policies beside them. */
export const statedInterpretations = 22

/**
 * S004: 1,207 of the publications were on the microblog, 1,297 on the portal and 1,895 on WeChat. Here every record is published on the
 * portal, and WeChat, where S004 counts more posts than records, has each record once (O-02).
 */
export const statedMicroblogs = 1_207
