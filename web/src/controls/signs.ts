// The pictures that stand beside a word, drawn on 24 × 24. Nothing is told by them or by a colour alone.
export const signs = {
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  ahead: 'M9 5l7 7-7 7',
  bang: 'M12 4v10M12 18.5v1',
  unknown: 'M9 8.5a3.2 3.2 0 1 1 4.6 2.9c-1 .6-1.6 1.2-1.6 2.6M12 18.5v.5',
  dash: 'M6 12h12',
  pen: 'M5 19l1-4L16 5l3 3L9 18z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 1.8',
  back: 'M9 7l-4 4 4 4M5 11h9a5 5 0 0 1 0 10h-3',
  lock: 'M7 11h10v8H7zM9 11V8a3 3 0 0 1 6 0v3',
  today: 'M5 6h14v13H5zM5 10h14M9 4v4M15 4v4',
  reports: 'M7 4h10v16H7zM10 9h4M10 13h4',
  directives: 'M6 4h9l3 3v13H6zM9 11h6M9 15h6',
  progress: 'M5 19V5M5 19h14M9 15v-4M13 15V8M17 15v-6',
  overview: 'M4 12a8 8 0 1 1 16 0M12 12l4-4M4 16h16',
  units: 'M9 4h6v5H9zM4 15h6v5H4zM14 15h6v5h-6zM12 9v3M7 15v-3h10v3',
  accounts: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c0-4 3-6 7-6s7 2 7 6',
  audit: 'M5 6h14M5 11h14M5 16h9',
  find: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM15 15l5 5',
  catalogue: 'M5 5h6v14H5zM13 5h6v14h-6z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  away: 'M4 4l16 16M8 9a9 9 0 0 1 11 1M5 12a9 9 0 0 1 3-2M9.5 15a4 4 0 0 1 5 0M12 19h.01',
} as const;

export type SignName = keyof typeof signs;
