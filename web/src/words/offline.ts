import type { Text } from './language.svelte';

export const offline = {
  waiting: {
    vi: 'Đã lưu trong máy. Sẽ tự gửi khi có mạng ({count} mục đang chờ)',
    en: 'Kept on this device. It goes out when there is a network ({count} waiting)',
  },
  sending: { vi: 'Đang gửi {count} mục đã lưu trong máy', en: 'Sending {count} items kept on this device' },
  title: { vi: 'Đang chờ trong máy này', en: 'Waiting on this device' },
  draft: { vi: 'Số đang nhập', en: 'Figures being typed' },
  parcel: { vi: 'Báo cáo chờ gửi', en: 'Report to be sent' },
  save_file: { vi: 'Tải các mục này thành tệp', en: 'Save these items as a file' },
  kept_at: { vi: 'Lưu lúc {at}', en: 'Kept at {at}' },
} satisfies Record<string, Text>;
