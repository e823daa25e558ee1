/** What this module publishes. */
export const events = {
  /** With the authorisation's id. One that ends by its last day says nothing: whoever relies on it looks at the day. */
  authorisationEnded: 'subjects.authorisation-ended',
} as const
