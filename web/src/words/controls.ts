import type { Text } from './language.svelte';

export const status = {
  met: { vi: 'Đạt', en: 'Met' },
  on_track: { vi: 'Đúng tiến độ', en: 'On track' },
  behind: { vi: 'Chậm', en: 'Behind' },
  missed: { vi: 'Chưa đạt', en: 'Missed' },
  no_data: { vi: 'Chưa có số', en: 'No data' },
  not_bound: { vi: 'Chưa gắn chỉ số', en: 'Not bound' },
  not_given: { vi: 'Không giao', en: 'Not handed to it' },
  not_divided: { vi: 'Chưa giao số', en: 'No share given' },
} satisfies Record<string, Text>;

export const state = {
  none: { vi: 'Chưa nộp', en: 'Not sent' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  draft: { vi: 'Nháp', en: 'Draft' },
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  accepted: { vi: 'Đã duyệt', en: 'Accepted' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  sent_late: { vi: 'Nộp muộn', en: 'Sent late' },
} satisfies Record<string, Text>;
