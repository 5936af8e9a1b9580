// A town's sign-in of the library `oidc-provider`, with one account: whoever comes is it, without a word.
// Called with the folder that the library lies in and the address that people come back to.

import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, back, verified] = process.argv.slice(2)
const { default: Provider } = await import(pathToFileURL(createRequire(`${folder}/`).resolve('oidc-provider')))

const server = createServer().listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(url, {
    clients: [{ client_id: 'kalaka', client_secret: 'secret', redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: 'person0@example.org', email_verified: verified === 'true', name: 'Anna Kis' }),
    }),
    interactions: { url: (_, interaction) => `/in/${interaction.uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/in/')) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: '17' } })
  })
  console.log(url)
})
