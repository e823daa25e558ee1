/** What this module publishes; each with the certificate's identifier and its holder's id. */
export const events = {
  issued: 'certificates.certificate-issued',
  stateChanged: 'certificates.state-changed',
  doubtRaised: 'certificates.doubt-raised',
} as const
