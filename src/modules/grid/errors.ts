import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the grid says no. Texts: `errors` in the locale files. */
export const gridErrors = {
  eventUnknown: { code: 'grid.event-unknown', kind: 'not-found' },
  cellUnknown: { code: 'grid.cell-unknown', kind: 'not-found' },
  placeMissing: { code: 'grid.place-missing', kind: 'invalid' },
  placeOutside: { code: 'grid.place-outside', kind: 'unprocessable' },
  noPartition: { code: 'grid.no-partition', kind: 'unprocessable' },
  categoryUnknown: { code: 'grid.category-unknown', kind: 'unprocessable' },
  queryCodeWrong: { code: 'grid.query-code-wrong', kind: 'not-found' },
  notYourPart: { code: 'grid.not-your-part', kind: 'forbidden' },
  otherLevel: { code: 'grid.other-level', kind: 'unprocessable' },
  highestLevel: { code: 'grid.highest-level', kind: 'conflict' },
  unitHasNobody: { code: 'grid.unit-has-nobody', kind: 'unprocessable' },
  photoMissing: { code: 'grid.photo-missing', kind: 'unprocessable' },
  photoStageWrong: { code: 'grid.photo-stage-wrong', kind: 'conflict' },
  notAPhoto: { code: 'grid.not-a-photo', kind: 'invalid' },
  tooManyPhotos: { code: 'grid.too-many-photos', kind: 'unprocessable' },
  notOnSite: { code: 'grid.not-on-site', kind: 'unprocessable' },
  notExtended: { code: 'grid.not-extended', kind: 'conflict' },
  reviewDayWrong: { code: 'grid.review-day-wrong', kind: 'invalid' },
  alreadyLinked: { code: 'grid.already-linked', kind: 'conflict' },
  workerUnknown: { code: 'grid.worker-unknown', kind: 'unprocessable' },
  planDayPast: { code: 'grid.plan-day-past', kind: 'invalid' },
  trackNotToday: { code: 'grid.track-not-today', kind: 'invalid' },
} as const satisfies Record<string, RefusalType>
