import type { Text } from './language.svelte';

export const catalogue = {
  search: { vi: 'Tìm trong danh mục (không cần dấu)', en: 'Search the catalogue (marks may be left out)' },
  in_force: { vi: 'Bản {version}, áp dụng từ {day}.', en: 'Version {version}, in force since {day}.' },
  holds: {
    vi: '{forms} biểu mẫu, {indicators} chỉ số, {elements} số liệu. Bản mới đến cùng bản mới của phần mềm.',
    en: '{forms} forms, {indicators} indicators, {elements} elements. A new version comes with a new program.',
  },
  elements: { vi: 'Số liệu', en: 'Elements' },
  indicators: { vi: 'Chỉ số', en: 'Indicators' },
  forms: { vi: 'Biểu mẫu', en: 'Forms' },
  code: { vi: 'Mã', en: 'Code' },
  title: { vi: 'Tên', en: 'Title' },
  unit: { vi: 'Đơn vị tính', en: 'Measure' },
  formula: { vi: 'Công thức', en: 'Formula' },
  figures: { vi: 'Số ô', en: 'Boxes' },
  due_days: { vi: 'Hạn (ngày sau kỳ)', en: 'Due (days after the period)' },
  help: {
    vi: 'Những gì được đếm và cách tính. Danh mục đổi theo bản của phần mềm, có ngày hiệu lực.',
    en: 'What is counted and how it is worked out. The catalogue comes with each version of the program, dated.',
  },
} satisfies Record<string, Text>;
