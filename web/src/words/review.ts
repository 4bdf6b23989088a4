import type { Text } from './language.svelte';

export const review = {
  form: { vi: 'Biểu mẫu', en: 'Form' },
  sum: { vi: '{received}/{all} đơn vị đã nộp', en: '{received} of {all} units have reported' },
  count: { vi: '{state} ({count})', en: '{state} ({count})' },
  remind_all: { vi: 'Nhắc tất cả', en: 'Remind all' },
  reminded: {
    vi: 'Đã nhắc {count} đơn vị. Đơn vị đã nhắc trong 24 giờ qua không bị nhắc lại.',
    en: '{count} units were reminded; none twice within 24 hours.',
  },
  nobody: { vi: 'Không có đơn vị nào ở mục này.', en: 'No unit is here.' },
  received_on: { vi: 'nhận {day}', en: 'received {day}' },
  version: { vi: 'bản {version}', en: 'version {version}' },
  review: { vi: 'Duyệt báo cáo', en: 'Review a report' },
  figure: { vi: 'Nội dung', en: 'Figure' },
  now: { vi: 'Kỳ này', en: 'This period' },
  before: { vi: 'Kỳ trước', en: 'Last period' },
  year_before: { vi: 'Năm trước', en: 'Last year' },
  change: { vi: 'Thay đổi', en: 'Change' },
  give_back: { vi: 'Trả lại', en: 'Return' },
  give_back_of: { vi: 'Trả lại ô: {title}', en: 'Return: {title}' },
  why: { vi: 'Trả lại vì sao? Ghi việc cần bổ sung', en: 'Why is it returned? Say what to complete' },
  why_missing: {
    vi: 'Ghi lý do trả lại, để đơn vị biết cần bổ sung gì',
    en: 'Give the reason, so that the unit knows what to complete',
  },
  cells_hint: {
    vi: 'Trả lại cả báo cáo; hoặc đánh dấu ở bảng những ô cần sửa.',
    en: 'The whole report is returned; or mark in the table what is to be mended.',
  },
  cells: { vi: 'Trả lại {count} ô đã đánh dấu', en: 'Returns the {count} figures that are marked' },
  accept: { vi: 'Duyệt', en: 'Accept' },
  accepted: { vi: 'Đã duyệt báo cáo của {unit}.', en: 'The report of {unit} is accepted.' },
  returned: { vi: 'Đã trả lại cho {unit}.', en: 'Returned to {unit}.' },
  to_list: { vi: 'Về danh sách', en: 'To the list' },
  steps: { vi: 'Quá trình', en: 'What happened' },
  step: { vi: '{at} · {person}: {what}', en: '{at} · {person}: {what}' },
  'kind.returned': { vi: 'trả lại', en: 'returned' },
  'kind.accepted': { vi: 'duyệt', en: 'accepted' },
  'kind.sent_on': { vi: 'gửi lên cấp trên', en: 'sent on' },
  'kind.signed': { vi: 'ký', en: 'signed' },
  'kind.reopened': { vi: 'mở lại', en: 'reopened' },
  extend: { vi: 'Gia hạn nộp', en: 'Extend the deadline' },
  extend_to: { vi: 'Hạn mới', en: 'New deadline' },
  extend_why: { vi: 'Lý do gia hạn', en: 'Reason' },
  extended: { vi: 'Đã gia hạn đến {day}.', en: 'Extended to {day}.' },
  help: {
    vi:
      'Chọn biểu và kỳ, bấm vào một mục để lọc. Ở mục “Chưa nộp” có nút nhắc tất cả. Bấm vào một ' +
      'đơn vị để xem, duyệt hoặc trả lại.',
    en:
      'Choose form and period, press a chip to filter. Under “Not sent” all can be reminded. Press ' +
      'a unit to look, accept or return.',
  },
  help_review: {
    vi: 'So số kỳ này với kỳ trước và năm trước. Đúng thì duyệt; cần sửa thì đánh dấu ô, ghi lý do rồi trả lại.',
    en:
      'Compare with last period and last year. Accept what is right; else mark what to mend, give ' +
      'the reason and return it.',
  },
} satisfies Record<string, Text>;
