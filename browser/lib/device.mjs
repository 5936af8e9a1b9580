// A device that keeps passkeys, which Chromium plays.

/** A device of somebody's own, beside their page; it knows them, and they touch it when it asks. */
export async function device(page) {
  const chromium = await page.context().newCDPSession(page)
  const options = {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  await chromium.send('WebAuthn.enable')
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', { options })
  const tell = (method, fields) => chromium.send(`WebAuthn.${method}`, { authenticatorId, ...fields })
  return {
    keys: async () => (await tell('getCredentials')).credentials,
    touches: (enabled) => tell('setAutomaticPresenceSimulation', { enabled }),
  }
}
