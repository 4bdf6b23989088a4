import type { Text } from './language.svelte';

/** Of the list of directives, and of aims as they are told everywhere. */
export const directives = {
  each_unit: { vi: 'mỗi đơn vị {aim}', en: '{aim} in each unit' },
  at_least: { vi: 'ít nhất {value}', en: 'at least {value}' },
  help: {
    vi:
      'Các văn bản đang thực hiện, mỗi văn bản có số chỉ tiêu đã giao. Bấm vào một văn bản để xem từng chỉ ' +
      'tiêu và tiến độ. Ai được giao văn bản thì có nút “Giao văn bản mới”.',
    en:
      'The directives in work, each with the number of targets it hands down. Press one to see its targets and ' +
      'how far they are. Who may hand directives down has the button “Hand a directive down”.',
  },
} satisfies Record<string, Text>;
