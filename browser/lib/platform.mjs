// Starts the built program with a data folder of its own, and stops it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { Mailbox } from './mailbox.mjs'

const BUILT = fileURLToPath(new URL('../../target/debug/kalaka', import.meta.url))
const PATIENCE = 60_000

/** A running platform: `url`, `mail`, and, of a demo town, `links` that sign one in. */
export class Platform {
  /** An empty community, as on somebody's first day. */
  static empty(options = {}) {
    return new Platform('serve', options).start()
  }

  /** The demo town, with `links.guide`, `links.representative` and `links.citizen`. */
  static demo(options = {}) {
    return new Platform('demo', options).start()
  }

  constructor(command, { data, host, environment = {} } = {}) {
    Object.assign(this, { command, data, host, environment, ownsData: !data, said: [] })
  }

  async start() {
    this.data ??= await mkdtemp(join(tmpdir(), 'kalaka-browser-'))
    this.mail = new Mailbox(join(this.data, 'mail'))
    // The same port after a restart: links in mails and open pages go on working.
    this.port ??= await freePort()
    const program = process.env.KALAKA_BINARY ?? BUILT
    const words = [this.command, '--data', this.data, '--listen', `127.0.0.1:${this.port}`]
    // By a name where one is asked for: browsers make passkeys for names alone.
    const address = this.host ? { KALAKA_BASE_URL: `http://${this.host}:${this.port}` } : {}
    const environment = { ...process.env, ...address, ...this.environment }
    this.links = {}
    this.child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
    this.ended = once(this.child, 'exit')
    process.once('exit', this.kill)
    await this.untilListening()
    return this
  }

  untilListening() {
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why}; it said:\n${this.said.join('\n')}`))
      const late = setTimeout(() => fail(`the program does not listen after ${PATIENCE} ms`), PATIENCE)
      this.child.once('error', (error) => fail(`the program does not start: ${error.message}`))
      this.child.once('exit', (code) => fail(`the program ended with ${code} before it listened`))
      createInterface(this.child.stderr).on('line', (line) => this.said.push(line))
      createInterface(this.child.stdout).on('line', (line) => {
        this.said.push(line)
        const link = line.match(/\b(guide|representative|citizen):\s+(http\S+)/)
        if (link) this.links[link[1]] = link[2]
        const listening = line.match(/listening on (http\S+)/)
        if (listening) this.url = listening[1].replace(/\/$/, '')
        const all = this.command === 'serve' || Object.keys(this.links).length === 3
        if (this.url && all) {
          clearTimeout(late)
          resolve()
        }
      })
    })
  }

  /** Ends it at once, as a power cut would; the data stays. */
  kill = () => this.child.kill('SIGKILL')

  /** The same data at the same address, later: `{ KALAKA_CLOCK_OFFSET: '8d' }`. */
  async restart(environment = {}) {
    await this.end()
    this.environment = { ...this.environment, ...environment }
    return this.start()
  }

  /** Ends it politely and removes the data that nobody asked to keep. */
  async stop() {
    await this.end()
    if (this.ownsData) await rm(this.data, { recursive: true, force: true })
  }

  async end() {
    process.removeListener('exit', this.kill)
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM')
      const late = setTimeout(this.kill, 10_000)
      await this.ended
      clearTimeout(late)
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
