/** Colours by role, in light and dark; contrasts are computed in `tokens.test.ts`. */
export const colours = {
  light: {
    page: '#F5F7FA',
    card: '#FFFFFF',
    sunken: '#EBEFF4',
    text: '#1B2430',
    'text-2': '#4A5665',
    edge: '#76828F',
    hair: '#D5DBE3',
    action: '#1557B0',
    'on-action': '#FFFFFF',
    danger: '#B3261E',
    'danger-bg': '#FDECEA',
    clock: '#7A4B00',
    'clock-bg': '#FFF3D6',
    'clock-solid': '#F2A900',
    'on-clock-solid': '#1B2430',
    done: '#1B6638',
    'done-bg': '#E6F4EA',
    other: '#4A5665',
    'other-bg': '#EBEFF4',
    mine: '#1557B0',
    'mine-bg': '#E7F0FC',
    s1: '#1557B0',
    s2: '#2E9C94',
    s3: '#B5562A',
    s4: '#4A1236',
    's-other': '#76828F',
    shadow: '0 8px 24px rgb(27 36 48 / .14)',
  },
  dark: {
    page: '#10151C',
    card: '#1A212B',
    sunken: '#242E3A',
    text: '#E6EBF2',
    'text-2': '#AEB9C7',
    edge: '#8391A2',
    hair: '#364252',
    action: '#85B5FF',
    'on-action': '#0B1A2E',
    danger: '#FF9D95',
    'danger-bg': '#421C1A',
    clock: '#F5C04A',
    'clock-bg': '#3A2B0C',
    'clock-solid': '#F5C04A',
    'on-clock-solid': '#10151C',
    done: '#82D6A0',
    'done-bg': '#15321F',
    other: '#AEB9C7',
    'other-bg': '#242E3A',
    mine: '#85B5FF',
    'mine-bg': '#16294A',
    s1: '#85B5FF',
    s2: '#4FAE9C',
    s3: '#B8643A',
    s4: '#F3E6FA',
    's-other': '#8391A2',
    shadow: '0 8px 24px rgb(0 0 0 / .5)',
  },
} as const

export const face = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Type and targets by scale: the desk, the phone, and the phone of an elderly person. */
export const scales = {
  usual: {
    fine: '12px/18px',
    note: '12px/20px',
    body: '14px/22px',
    section: '600 16px/24px',
    title: '600 20px/28px',
    figure: '600 28px/36px',
    row: '40px',
    target: '28px',
  },
  phone: {
    fine: '12px/18px',
    note: '14px/22px',
    body: '16px/24px',
    section: '600 16px/24px',
    title: '600 20px/28px',
    figure: '600 28px/36px',
    row: '56px',
    target: '44px',
  },
  elderly: {
    fine: '18px/27px',
    note: '18px/27px',
    body: '20px/30px',
    section: '600 22px/32px',
    title: '600 26px/36px',
    figure: '600 36px/44px',
    row: '72px',
    target: '60px',
  },
} as const

/** Type that is read from across a room, whatever the scale. */
export const wallType = { wall: '600 48px/56px', call: '600 96px/104px' } as const

export const spaces = [4, 8, 12, 16, 24, 32, 48] as const
export const radius = { control: 6, card: 8 } as const

export type Mode = keyof typeof colours
