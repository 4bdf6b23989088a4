import type { Text } from './language.svelte';

export const report = {
  due: { vi: 'Hạn {day}', en: 'Due {day}' },
  of: { vi: '{title}, {period}', en: '{title}, {period}' },
  returned_why: {
    vi: 'Trả lại: “{reason}”. Bổ sung rồi gửi lại trước {day}',
    en: 'Returned: “{reason}”. Complete it and send it again before {day}',
  },
  reminded: { vi: 'Cấp trên đã nhắc ngày {day}', en: 'The union above asked for it on {day}' },
  filled: { vi: 'Đã có {filled}/{all} số', en: '{filled} of {all} figures' },
  do_now: { vi: 'Việc đến hạn', en: 'Due' },
  later: { vi: 'Sắp tới và đã xong', en: 'Coming, and done' },
  nothing_due: { vi: 'Không có báo cáo nào đến hạn.', en: 'No report is due.' },
  not_reporting: {
    vi: 'Bạn không phụ trách báo cáo của đơn vị nào. Việc của bạn có ở các khu vực trong thanh chọn.',
    en: 'You report for no unit. What you can do stands under the areas in the bar.',
  },
  targets: { vi: 'Còn thiếu để đạt chỉ tiêu', en: 'What is missing to meet the targets' },
  all_met: {
    vi: 'Không còn thiếu gì để đạt các chỉ tiêu kỳ này.',
    en: 'Nothing is missing to meet the targets of this period.',
  },
  no_targets: { vi: 'Chưa có chỉ tiêu nào được giao cho kỳ này.', en: 'No target is given for this period.' },
  of_period: { vi: 'Số của {period}', en: 'Figures of {period}' },
  open: { vi: 'Mở', en: 'Open' },
  fill_in: { vi: 'Điền báo cáo', en: 'Fill in' },
  mend: { vi: 'Bổ sung', en: 'Complete' },
  received: { vi: 'Báo cáo đã nhận', en: 'Reports received' },
  own: { vi: 'Báo cáo của đơn vị', en: "The unit's own reports" },
  last_year: { vi: 'Năm trước {value}', en: 'Last year {value}' },
  last: { vi: 'Kỳ trước {value}', en: 'Last period {value}' },
  nil: { vi: 'Không phát sinh', en: 'None' },
  nil_of: { vi: 'Không phát sinh: {title}', en: 'None: {title}' },
  total: { vi: 'Tự cộng', en: 'Added up' },
  reason: { vi: 'Lý do ngắn', en: 'Short reason' },
  jump_right: { vi: 'Đúng rồi, ghi lý do', en: 'It is right: give a reason' },
  check: { vi: 'Kiểm tra lại', en: 'Check' },
  check_title: { vi: 'Kiểm tra lại rồi gửi', en: 'Check, then send' },
  change: { vi: 'Sửa', en: 'Change' },
  change_of: { vi: 'Sửa: {title}', en: 'Change: {title}' },
  send: { vi: 'Gửi', en: 'Send' },
  sent: { vi: 'Đã gửi bản {version} lên cấp trên.', en: 'Version {version} is sent to the union above.' },
  unchanged: {
    vi: 'Đã gửi. Số liệu không đổi so với bản {version} nên không có bản mới.',
    en: 'Sent. Nothing differs from version {version}, so there is no new one.',
  },
  to_today: { vi: 'Về trang Hôm nay', en: 'To Today' },
  sent_later: {
    vi: 'Đã lưu trong máy. Sẽ tự gửi khi có mạng.',
    en: 'Kept on this device. It will go out when there is a network.',
  },
  blanks: {
    vi: 'Còn {count} ô chưa có số. Nhập số, hoặc chọn “Không phát sinh”; ô để trống được ghi là chưa có số liệu.',
    en: '{count} boxes have no figure. Type one, or choose “None”; a box left empty is told as not known.',
  },
  blanks_nil: { vi: '{count} ô này đều không phát sinh', en: 'None in all {count} of these' },
  saved: { vi: 'Đã lưu trên máy chủ', en: 'Saved on the server' },
  kept: { vi: 'Đã lưu trong máy', en: 'Kept on this device' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  locked: {
    vi: 'Báo cáo đã ký, số liệu đã khóa. Muốn sửa thì lãnh đạo đơn vị mở lại, hoặc cấp trên trả lại.',
    en: 'The report is signed and frozen. To change it, the leader reopens it or the union above returns it.',
  },
  clash: {
    vi: '{by} vừa sửa báo cáo này lúc {at}. Chọn bản giữ lại',
    en: '{by} changed this report at {at}. Choose what to keep',
  },
  clash_mine: { vi: 'Của tôi: {value}', en: 'Mine: {value}' },
  clash_theirs: { vi: 'Của {by}: {value}', en: "{by}'s: {value}" },
  clash_keep: { vi: 'Giữ các số đã chọn', en: 'Keep what is chosen' },
  colleague: { vi: 'Người khác', en: 'Somebody else' },
  help_form: {
    vi:
      'Mỗi ô có số năm trước và kỳ trước bên cạnh. Những gì gõ được lưu ngay, kể cả khi không có ' +
      'mạng. Không có việc nào thì bấm “Không phát sinh”.',
    en:
      "Beside each box stand last year's and last period's figures. What you type is kept at once, " +
      'also without a network. Where there was nothing, press “None”.',
  },
  help_reports: {
    vi:
      'Các kỳ báo cáo của đơn vị, kỳ nào cũng có hạn và tình trạng. Bấm vào một kỳ để điền, xem lại hoặc bổ ' +
      'sung. Ai phụ trách cấp dưới thì có thêm nút “Báo cáo đã nhận”.',
    en:
      'The periods for which the unit reports, each with its due day and state. Press one to fill it in, look ' +
      'at it or complete it. Who looks after units below also has the button “Reports received”.',
  },
  help_check: {
    vi:
      'Xem lại từng số; bấm “Sửa” để về đúng ô ấy. Ô để trống là chưa biết, khác với “Không phát sinh”. ' +
      'Gửi rồi vẫn sửa và gửi lại được, cho đến khi lãnh đạo ký.',
    en:
      'Look at each figure; “Change” leads back to its very box. A box left empty is not known, which differs ' +
      'from “None”. What was sent can be changed and sent again until the leader signs.',
  },
  help_today: {
    vi: 'Trang này cho biết việc đến hạn, việc bị trả lại và còn thiếu gì để đạt chỉ tiêu. Bấm vào một việc để làm.',
    en: 'What is due, what came back and what is missing to meet the targets. Press one to do it.',
  },
  'short.person': { vi: 'Cần thêm {count} chị', en: '{count} more women needed' },
  'short.unit': { vi: 'Còn {count} đơn vị', en: '{count} more units needed' },
  'short.other': { vi: 'Cần thêm {count} {measure}', en: '{count} more: {measure}' },
  'short.fewer': { vi: 'Giảm thêm {count} {measure}', en: '{count} fewer: {measure}' },
  'short.deed': { vi: 'Chưa có việc này trong kỳ', en: 'Nothing of this yet' },
  than_before: { vi: '{short} so với năm {year}', en: '{short}, compared with {year}' },
  before: { vi: 'Năm {year} được {value}, cần {goal}', en: '{value} in {year}, needed {goal}' },
  goal: { vi: 'đang {value}, cần {goal}', en: 'now {value}, needed {goal}' },
  sign: { vi: 'Ký và khóa số liệu', en: 'Sign and freeze' },
  sign_about: {
    vi: 'Sau khi ký, số liệu được khóa và đọc lại luôn như vậy.',
    en: 'Once signed, the figures are frozen and read the same forever.',
  },
  signed: { vi: 'Đã ký. Mã của bản ký: {hash}', en: 'Signed. Code of what was signed: {hash}' },
  frozen: { vi: 'Xem bản đã ký', en: 'See what was signed' },
  reopen: { vi: 'Mở lại', en: 'Reopen' },
  send_on: { vi: 'Gửi tổng hợp lên cấp trên', en: 'Send the branch on' },
  sent_on: {
    vi: 'Đã gửi tổng hợp lên cấp trên: {received}/{expected} đơn vị đã nộp.',
    en: 'The branch was sent on: {received} of {expected} units have reported.',
  },
} satisfies Record<string, Text>;
