import type { Text } from './language.svelte';

export const directive = {
  in_work: { vi: 'Văn bản đang thực hiện', en: 'Directives in work' },
  none: { vi: 'Chưa có văn bản nào đang thực hiện.', en: 'No directive is in work.' },
  hand_down: { vi: 'Giao văn bản mới', en: 'Hand a directive down' },
  targets: { vi: '{count} chỉ tiêu', en: '{count} targets' },
  entry: { vi: 'Số {number} · {period}', en: 'No. {number} · {period}' },
  progress: { vi: 'Xem tiến độ', en: 'See the progress' },
  paste: { vi: 'Dán nội dung văn bản vào đây', en: 'Paste the text here' },
  paste_hint: {
    vi: 'Hoặc tải tệp .docx, .pdf, .txt. Máy đọc chỉ tiêu, bạn xem lại và sửa; chưa giao gì cho đến khi bấm Giao.',
    en:
      'Or take a .docx, .pdf or .txt file. Targets are proposed, you look and correct; nothing is ' +
      'handed down before you say so.',
  },
  file: { vi: 'Tải tệp văn bản', en: 'Take a file' },
  read: { vi: 'Đọc chỉ tiêu', en: 'Read the targets' },
  found: {
    vi: 'Máy đọc được {count} chỉ tiêu. Xem lại từng chỉ tiêu.',
    en: '{count} targets were read. Look at each.',
  },
  found_none: {
    vi: 'Máy không thấy chỉ tiêu nào trong văn bản này. Xem lại có đúng văn bản không.',
    en: 'No target was found in this text. See whether it is the right one.',
  },
  text: { vi: 'Nội dung văn bản', en: 'The text' },
  target: { vi: 'Chỉ tiêu {number}', en: 'Target {number}' },
  to_target: { vi: 'đến chỉ tiêu {number}', en: 'to target {number}' },
  at_least: { vi: 'từ {value}', en: 'at least {value}' },
  more_than: { vi: 'trên {value}', en: 'more than {value}' },
  exactly: { vi: '{value}', en: '{value}' },
  at_most: { vi: 'không quá {value}', en: 'at most {value}' },
  less_than: { vi: 'dưới {value}', en: 'less than {value}' },
  by: { vi: 'đến {day}', en: 'by {day}' },
  measured_by: { vi: 'Đo bằng chỉ số', en: 'Measured by' },
  unbound: { vi: 'Không gắn chỉ số (theo dõi bằng lời)', en: 'No indicator (followed in words)' },
  candidate: { vi: '{title} (giống {likeness} %)', en: '{title} ({likeness} % alike)' },
  correct: { vi: 'Sửa chỉ tiêu này', en: 'Correct this target' },
  value: { vi: 'Mức cần đạt ({unit})', en: 'To reach ({unit})' },
  due: { vi: 'Hạn', en: 'Due' },
  left_out: { vi: 'Không phải chỉ tiêu, bỏ ra', en: 'Not a target: leave it out' },
  issuer: { vi: 'Đơn vị giao', en: 'Issued by' },
  period: {
    vi: 'Kỳ thực hiện (bỏ trống thì lấy năm trong văn bản)',
    en: 'Period (left empty: the year in the text)',
  },
  period_hint: { vi: 'Ví dụ 2026 hoặc 2023..2028', en: 'For example 2026 or 2023..2028' },
  weigh: { vi: 'Xem gánh nặng báo cáo', en: 'See the burden' },
  burden: { vi: 'Gánh nặng báo cáo', en: 'The burden of reporting' },
  burden_sum: {
    vi: '{hours} giờ làm việc mỗi kỳ, ở {units} đơn vị, mỗi số {minutes} phút',
    en: '{hours} hours of work each period, at {units} units, {minutes} minutes a figure',
  },
  burden_known: {
    vi: '{known} trong {figures} số đã có trong các biểu đang thu; phải thu thêm {new} số, {new_hours} giờ.',
    en: '{known} of {figures} figures are asked for already; {new} are new, {new_hours} hours of it.',
  },
  to_whom: { vi: 'Giao cho ai', en: 'Handed to' },
  to_branch: { vi: 'Cả nhánh: {unit} và mọi đơn vị bên dưới', en: 'The whole branch: {unit} and all below' },
  to_some: {
    vi: 'Chỉ một số đơn vị, mỗi đơn vị cùng các đơn vị bên dưới',
    en: 'Some units only, each with all below it',
  },
  to_nobody: {
    vi: 'Chọn ít nhất một đơn vị, hoặc chọn giao cho cả nhánh',
    en: 'Choose at least one unit, or the whole branch',
  },
  find_below: { vi: 'Tìm trong các đơn vị cấp dưới trực tiếp', en: 'Find among the units directly below' },
  choose_all: { vi: 'Chọn cả {count} đơn vị', en: 'Choose all {count}' },
  choose_none: { vi: 'Bỏ chọn {count} đơn vị', en: 'Choose none of {count}' },
  choose_deeper: { vi: 'Thêm đơn vị ở cấp thấp hơn', en: 'Add a unit further below' },
  chosen: { vi: 'Đã chọn {count} đơn vị.', en: '{count} units are chosen.' },
  given_to: { vi: 'Giao cho {count} đơn vị', en: 'Handed to {count} units' },
  give_further: { vi: 'Giao thêm đơn vị', en: 'Hand to further units' },
  give: { vi: 'Giao', en: 'Hand down' },
  given: { vi: 'Đã giao văn bản {directive}.', en: 'Directive {directive} is handed down.' },
  open: { vi: 'Mở văn bản', en: 'Open it' },
  back_to_text: { vi: 'Sửa văn bản', en: 'Change the text' },
  goals: { vi: 'Giao số riêng cho cấp dưới', en: 'Give each unit below its own number' },
  goals_of: {
    vi: 'Cả nhánh cần {goal}; đã chia {given}, còn lại {rest}.',
    en: 'The branch is to reach {goal}; {given} are given, {rest} are left.',
  },
  goals_keep: { vi: 'Giao các số này', en: 'Give these' },
  goals_kept: { vi: 'Đã giao {count} số riêng.', en: '{count} numbers are given.' },
  bind: { vi: 'Gắn chỉ số', en: 'Bind' },
  bound: { vi: 'Đã gắn.', en: 'Bound.' },
  help: {
    vi:
      'Dán văn bản, xem lại các chỉ tiêu máy đọc được, xem gánh nặng rồi giao. Có thể sửa chỉ số ' +
      'đo của từng chỉ tiêu trước khi giao.',
    en:
      'Paste the text, look at the targets that were read, see the burden, then hand down. The ' +
      'indicator of each can be changed before.',
  },
  help_one: {
    vi:
      'Các chỉ tiêu của một văn bản đã giao, giao cho ai và đo bằng chỉ số nào. Bấm vào tên chỉ số để xem đã ' +
      'đạt đến đâu; chỉ tiêu là số đếm thì chia được cho cấp dưới.',
    en:
      'The targets of one directive, who has them and what measures each. Press an indicator to see how far ' +
      'it is; a count can be divided among the units below.',
  },
} satisfies Record<string, Text>;
