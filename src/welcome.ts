import type { DemoToken } from './city/demo-tokens.ts'
import type { Config } from '#kernel/config/config.ts'

/** What `npm start` prints: the address and the demo sign-ins in one line, then a bearer token for each role. */
export function welcome(config: Config, port: number, tokens: readonly DemoToken[]): readonly string[] {
  const address = `http://localhost:${port}`
  if (!config.demo) return [`Yimen: ${address}`]
  const width = Math.max(0, ...tokens.map((token) => token.role.length))
  return [
    `Yimen: ${address} · demo: citizens ${address}/sign-in (choose a person), staff ${address}/staff/sign-in (password yimen-demo)`,
    ...tokens.map(({ role, name, token }) => `  ${role.padEnd(width)}  ${token}  ${name}`),
  ]
}
