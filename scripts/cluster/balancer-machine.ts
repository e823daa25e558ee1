import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { balancer, databases, type Folders, type Machine, offices, ports } from './layout.ts'
import { startOn } from './namespaces.ts'

/** What is read where no web server can be reached at all. Those that can be reached say it themselves. */
const awayPage = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>系统暂时无法访问</title><h1>系统暂时无法访问</h1><p>请稍后再试。你已经提交成功的内容不会丢失。</p></html>\n'

/** Starts HAProxy and waits until it knows which database is the primary: until its first looks it takes all of them for one. */
export async function startBalancer(folders: Folders): Promise<void> {
  const folder = folders.of(balancer)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'haproxy.cfg')
  writeFileSync(file, haproxyConfig(adminSocket(folders), join(folder, 'away.html')))
  writeFileSync(join(folder, 'away.html'), awayPage)
  rmSync(adminSocket(folders), { force: true })
  startOn(balancer, folders, { name: 'haproxy', command: ['/usr/sbin/haproxy', '-db', '-f', file] })
  const isOne = async (): Promise<boolean> => (await serversSeen(folders, 'primary')).filter(({ status }) => status.startsWith('UP')).length === 1
  for (let look = 1; !existsSync(adminSocket(folders)) || !(await isOne()); look++) {
    if (look > 300) throw new Error('HAProxy sees no primary')
    await pause(100)
  }
}

function adminSocket(folders: Folders): string {
  return join(folders.of(balancer), 'admin.sock')
}

/**
 * Two doors. The database: whoever Patroni says is primary, and connections to one that is not any more are closed. The office: web
 * servers that say they are ready. What HAProxy itself may send again: any request of which nothing reached a server, and beyond that
 * only GET and HEAD. Each request has a connection to the server of its own, so that none is sent on one that is just being closed. Where no web server is ready, as while there is no primary, they are asked all the same: they answer 503 with
 * Retry-After in the reader's words, and serve what needs no database.
 */
function haproxyConfig(socket: string, page: string): string {
  return `global
  stats socket ${socket} mode 600 level admin
  maxconn 2000

defaults
  timeout connect 2s
  timeout check 2s
  timeout queue 10s
  retries 3
  option redispatch 1
  default-server inter 1s fall 2 rise 1

listen primary
  bind ${balancer.address}:${ports.postgres}
  mode tcp
  timeout client 24h
  timeout server 24h
  option clitcpka
  option srvtcpka
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server on-marked-down shutdown-sessions
${databases.map(({ name, address }) => `  server ${name} ${address}:${ports.postgres} check port ${ports.patroni}`).join('\n')}

listen office
  bind ${balancer.address}:${ports.office}
  mode http
  timeout client 90s
  timeout server 90s
  timeout http-request 10s
  timeout http-keep-alive 60s
  option forwardfor
  option http-server-close
  option httpchk GET /readyz
  http-check expect status 200
  retry-on conn-failure empty-response 503
  http-request disable-l7-retry unless { method GET HEAD }
${[502, 503, 504].map((status) => `  http-error status ${status} content-type "text/html; charset=utf-8" file ${page} hdr retry-after 5`).join('\n')}
  balance leastconn
${offices.map(({ name, address }) => `  server ${name} ${address}:${ports.office} check`).join('\n')}
  option allbackups
${offices.map(({ name, address }) => `  server ${name}-unready ${address}:${ports.office} backup`).join('\n')}
`
}

/** One line to HAProxy's administration socket, and its answer. */
export async function tellBalancer(folders: Folders, line: string): Promise<string> {
  const socket = connect(adminSocket(folders))
  socket.end(`${line}\n`)
  return (await text(socket)).trim()
}

/** What HAProxy thinks of a server behind one of its doors: its state, and how many connections it has. */
export interface ServerSeen {
  readonly name: string
  readonly status: string
  readonly sessions: number
}

async function serversSeen(folders: Folders, door: 'office' | 'primary'): Promise<readonly ServerSeen[]> {
  const [head = '', ...rows] = (await tellBalancer(folders, 'show stat')).replace(/^# /, '').split('\n')
  const columns = head.split(',')
  const [status, sessions] = [columns.indexOf('status'), columns.indexOf('scur')]
  return rows
    .map((row) => row.split(','))
    .filter(([at, name]) => at === door && name !== 'FRONTEND' && name !== 'BACKEND')
    .map((cells) => ({ name: cells[1] ?? '', status: cells[status] ?? '', sessions: Number(cells[sessions] ?? 0) }))
}

export async function webServerSeen(folders: Folders, { name }: Machine): Promise<ServerSeen> {
  const seen = (await serversSeen(folders, 'office')).find((server) => server.name === name)
  if (seen === undefined) throw new Error(`HAProxy does not know ${name}`)
  return seen
}
