const shapes = {
  building: 'M5 17V3.5h7V17M12 8h4v9M3 17h14M7.5 7h2M7.5 10h2M7.5 13h2',
  calendar:
    'M4.5 4.5h11A1.5 1.5 0 0 1 17 6v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15V6a1.5 1.5 0 0 1 1.5-1.5zM3 8.2h14M7 2.8v3M13 2.8v3',
  check: 'm4 10.5 4 4 8-9',
  clock: 'M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6zM10 6v4.2l2.8 1.8',
  close: 'M5 5l10 10M15 5 5 15',
  contract: 'M5.5 2.8h6.5l3 3v11.4h-9.5zM12 2.8v3h3M8 9h4.5M8 11.6h4.5M8 14.2h2.5',
  device:
    'M4.5 3.5h11A1.5 1.5 0 0 1 17 5v6.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 11.5V5a1.5 1.5 0 0 1 1.5-1.5zM7 16.5h6M10 13v3.5M6 9.5c1.5-3 2.5-3 4 0s2.5 2 4-1',
  dot: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  down: 'm5 8 5 5 5-5',
  home: 'M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8',
  hourglass: 'M5 3h10M5 17h10M6.2 3c0 4 3.8 4.8 3.8 7s-3.8 3-3.8 7M13.8 3c0 4-3.8 4.8-3.8 7s3.8 3 3.8 7',
  left: 'm12 5-5 5 5 5',
  lock: 'M6 9h8a1.5 1.5 0 0 1 1.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 15v-4.5A1.5 1.5 0 0 1 6 9zM7 9V6.5a3 3 0 0 1 6 0V9',
  plus: 'M10 4v12M4 10h12',
  queue: 'M4 5h12M4 10h12M4 15h7M15 13.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z',
  right: 'm8 5 5 5-5 5',
  room: 'M5.5 17V3.5h9V17M3 17h14M12 10v.4',
  search: 'M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8zm4 9.2 3.8 3.8',
  sun: 'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5 5l1 1M14 14l1 1M15 5l-1 1M6 14l-1 1',
  expert: 'M10 3.8a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.7c0-3.3 2.6-5.2 6-5.2s6 1.9 6 5.2',
  up: 'm5 12 5-5 5 5',
  warning: 'M6.7 2.2h6.6l4.5 4.5v6.6l-4.5 4.5H6.7l-4.5-4.5V6.7zM10 6v4.8M10 13.8v.1',
  letters: 'M2.5 15 6.5 5l4 10M3.9 11.7h5.2M12 15l2.6-6.5L17.2 15M12.9 13h3.5',
  exit: 'M8 4H4.5v12H8M12.5 6.5 16 10l-3.5 3.5M16 10H8',
} as const

export type IconName = keyof typeof shapes

/** One outline set; a shape repeats what the word beside it says. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg className={large ? 'i i20' : 'i'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} fill={name === 'dot' ? 'currentColor' : 'none'} />
    </svg>
  )
}
