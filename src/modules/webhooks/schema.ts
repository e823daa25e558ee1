import { z } from 'zod'

/** Every kind of matter that another system may be told of. */
export const MATTER_KINDS = [
  'case', 'certificate', 'workOrder', 'rectification', 'gridEvent', 'publicRecord', 'disclosureRequest', 'annualReport',
  'finding', 'measure', 'patrol', 'boxOpening', 'serviceComplaint', 'replySample', 'bulletin', 'local-rule',
] as const
export const MatterKind = z.enum(MATTER_KINDS)
export type MatterKind = z.infer<typeof MatterKind>

/** waiting: something is to be delivered; failing: the receiver was not reached the last time. */
export const SubscriptionState = z.enum(['calm', 'waiting', 'failing', 'stopped'])
export type SubscriptionState = z.infer<typeof SubscriptionState>

export const SubscriptionId = z.uuid()

/** A subscription as the administration sees it; the secret is never shown again. */
export const Subscription = z.object({
  id: SubscriptionId,
  name: z.string(),
  address: z.string(),
  kinds: z.array(MatterKind),
  state: SubscriptionState,
  waiting: z.int(),
  oldestWaitingAt: z.string().nullable(),
  lastDeliveredAt: z.string().nullable(),
  failures: z.int(),
  pausedUntil: z.string().nullable(),
  lastFault: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  secretAt: z.string(),
  /** Null where nobody wrote it down. */
  secretBy: z.string().nullable(),
  stoppedAt: z.string().nullable(),
  stoppedBy: z.string().nullable(),
})
export type Subscription = z.infer<typeof Subscription>

export const Delivery = z.object({
  leaf: z.int(),
  matterNumber: z.string(),
  matterKind: z.string(),
  command: z.string(),
  at: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.string().nullable(),
  deliveredAt: z.string().nullable(),
  lastAnswer: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** What a receiver is told: that something happened to a matter, and where it stands in the ledger; never about whom. */
export const Told = z.object({
  /** The event's hash in the ledger: the same in every repetition, so that a receiver can drop what it has. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  leaf: z.int(),
  matter: z.object({ number: z.string(), kind: z.string() }),
  seq: z.int(),
  at: z.string(),
  command: z.string(),
  from: z.string().nullable(),
  to: z.string(),
})
export type Told = z.infer<typeof Told>
