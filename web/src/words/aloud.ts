import type { Text } from './language.svelte';

export const aloud = {
  box: { vi: '{label}: {value}', en: '{label}: {value}' },
  empty: { vi: 'chưa có số hoặc chữ', en: 'empty' },
  chosen: { vi: 'đã chọn', en: 'chosen' },
  not_chosen: { vi: 'chưa chọn', en: 'not chosen' },
  unknown: { vi: 'chưa có số', en: 'not known' },
  minus: { vi: 'âm', en: 'minus' },
  no_speech: {
    vi: 'Trình duyệt này không đọc to được. Mở trang bằng Chrome, Edge hoặc Safari.',
    en: 'This browser cannot read aloud. Open the page in Chrome, Edge or Safari.',
  },
  no_voice: {
    vi:
      'Máy này chưa có giọng đọc tiếng Việt. Mở Cài đặt của máy, tìm “Chuyển văn bản thành giọng nói”, ' +
      'tải giọng tiếng Việt rồi bấm “Đọc to” lại.',
    en:
      'This device has no English voice. Open its settings, look for “Text-to-speech”, add English, ' +
      'then press “Read aloud” again.',
  },
  broken: {
    vi: 'Giọng đọc của máy đã dừng giữa chừng. Bấm “Đọc to” để đọc lại từ đầu.',
    en: 'The voice of this device stopped on the way. Press “Read aloud” to begin again.',
  },
} satisfies Record<string, Text>;
