import { connect, type Socket } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')
const endOfChunks = Buffer.from('\r\n0\r\n\r\n')

/**
 * One kept connection on which one request is asked again and again. Whoever puts a load on an office shares its processors: the client of
 * node:http takes three times as long for a request as an overloaded office for turning it away, so it would be the client that is measured.
 */
export class BareLine {
  readonly #address: URL
  readonly #bytes: Buffer
  #socket: Socket | undefined
  #answered: ((status: number) => void) | undefined
  #got: Buffer = Buffer.alloc(0)

  constructor(address: string, token: string) {
    this.#address = new URL(address)
    const { pathname, search, host } = this.#address
    this.#bytes = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n\r\n`)
  }

  /** The status of the answer; 0 if the line was cut. One at a time. */
  ask(): Promise<number> {
    return new Promise((resolve) => {
      this.#answered = resolve
      this.#socket ??= this.#open()
      this.#socket.write(this.#bytes)
    })
  }

  close(): void {
    this.#socket?.destroy()
  }

  #open(): Socket {
    const socket = connect(Number(this.#address.port), this.#address.hostname)
    socket.setNoDelay(true)
    socket.on('data', (part) => this.#take(part))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#socket = undefined
      this.#end(0)
    })
    return socket
  }

  #take(part: Buffer): void {
    this.#got = this.#got.length === 0 ? part : Buffer.concat([this.#got, part])
    const head = this.#got.indexOf(endOfHead)
    if (head < 0) return
    const lines = this.#got.toString('latin1', 0, head)
    const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
    const whole = length === undefined ? this.#got.subarray(-endOfChunks.length).equals(endOfChunks) : this.#got.length >= head + endOfHead.length + Number(length)
    if (whole) this.#end(Number(lines.slice(9, 12)))
  }

  #end(status: number): void {
    const answered = this.#answered
    this.#answered = undefined
    this.#got = Buffer.alloc(0)
    answered?.(status)
  }
}
