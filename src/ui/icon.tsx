const paths = {
  birth: 'M9 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0M6 21v-4a6 6 0 0 1 12 0v4M12 12v4',
  work: 'M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v2',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  health: 'M12 20s-8-4.6-8-10.4A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8 2.6C20 15.4 12 20 12 20zM8 12h2.5l1.5-2.5 1.5 4L15 12h1.5',
  age: 'M7.5 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M10 8v7l-3 6M10 14l4 3v4M10 10.5l5 1.5M18 12v9M18 12a1.5 1.5 0 0 0-3 0',
  travel: 'M3 16v-4l2.5-6h13L21 12v4zM3 12h18M5 16v3M19 16v3M7 14h1M16 14h1',
  found: 'M4 21h16M6 21V4h12v17M15 12.5v1M10 4v17',
  shop: 'M4 9l1.5-5h13L20 9M4 9a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0A2.7 2.7 0 0 0 20 9M5 12v8h14v-8M10 20v-5h4v5',
  build: 'M4 20h16M7 20V3M4 6h16M20 6v3M7 10l3-4M7 3l6 3M17 14h4v6M17 20v-6h-4v6',
  hire: 'M6 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M3 20v-2a6 6 0 0 1 12 0v2M16 5.5a3 3 0 0 1 0 5.5M18 14a6 6 0 0 1 3 5v1',
  tax: 'M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM9 8l3 4 3-4M12 12v5M9.5 14h5',
  change: 'M4 8h13l-3-3M20 16H7l3 3',
  go: 'M5 12h14M13 6l6 6-6 6',
  ticket: 'M5 3h14v18l-3.5-2-3.5 2-3.5-2L5 21zM9 9h6M9 13h6',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3.5 2',
  print: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h7',
  write: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  pay: 'M3 6h18v13H3zM3 10h18M6 15h4',
  box: 'M3 8l9-5 9 5v8l-9 5-9-5zM3 8l9 5 9-5M12 13v8',
} as const

export type IconName = keyof typeof paths

/** All drawings, for those who choose one. */
export const iconNames = Object.keys(paths) as readonly IconName[]

/** A line drawing beside words. It repeats them and is hidden from readers of the screen. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
