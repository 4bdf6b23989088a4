import type { Text } from './language.svelte';

export const units = {
  kind: { vi: 'Loại', en: 'Kind' },
  above: { vi: 'Thuộc', en: 'Part of' },
  stands_since: { vi: 'Thành lập ngày {day}', en: 'Founded on {day}' },
  ended: { vi: 'Đã kết thúc ngày {day}', en: 'Ended on {day}' },
  heirs: { vi: 'Đơn vị kế thừa', en: 'Successors' },
  share: { vi: '{unit} (phần {share} %)', en: '{unit} ({share} %)' },
  below: { vi: 'Đơn vị cấp dưới trực tiếp ({count})', en: 'Units directly below ({count})' },
  units_below: { vi: '{count} đơn vị bên dưới', en: '{count} units below' },
  history: { vi: 'Quá trình', en: 'History' },
  phase: { vi: 'Từ {day}: {name}', en: 'From {day}: {name}' },
  progress: { vi: 'Xem tiến độ', en: 'See the progress' },
  members: { vi: 'Nữ và nam đoàn viên', en: 'Women and men among members' },
  reorganise: { vi: 'Sắp xếp đơn vị này', en: 'Reorganise this unit' },
  help_find: {
    vi: 'Gõ tên hoặc mã đơn vị, có dấu hay không dấu đều được. Bấm vào một đơn vị để xem.',
    en: 'Type the name or code of a unit, with or without marks. Press a unit to see it.',
  },
  help_unit: {
    vi:
      'Đơn vị thuộc đâu, đã qua những lần sắp xếp nào, bên dưới có những đơn vị nào. Bấm vào một tên để đi ' +
      'lên hoặc đi xuống. Bấm “Xem tiến độ” để xem chỉ tiêu của cả nhánh.',
    en:
      'What the unit is part of, how it was reorganised and what is below it. Press a name to go up or down. ' +
      '“See the progress” shows the targets of the whole branch.',
  },
  what: { vi: 'Việc cần ghi', en: 'What happens' },
  merge: { vi: 'Sáp nhập vào đơn vị khác', en: 'Merge into another unit' },
  split: { vi: 'Tách thành nhiều đơn vị', en: 'Split into several' },
  move: { vi: 'Chuyển về cấp trên khác', en: 'Move under another unit' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  found: { vi: 'Thành lập đơn vị mới', en: 'Found a new unit' },
  close: { vi: 'Giải thể', en: 'Close' },
  which: { vi: 'Đơn vị nào', en: 'Which unit' },
  which_many: { vi: 'Những đơn vị nào (thêm từng đơn vị)', en: 'Which units (add one after the other)' },
  into: { vi: 'Vào đơn vị nào', en: 'Into which unit' },
  successors: { vi: 'Thành những đơn vị nào', en: 'Into which units' },
  new_parent: { vi: 'Cấp trên', en: 'Unit above' },
  new_name: { vi: 'Tên mới', en: 'New name' },
  new_code: { vi: 'Mã đơn vị mới', en: 'Code of the new unit' },
  share_of: {
    vi: 'Phần của {unit} (%; bỏ trống nếu chưa rõ)',
    en: 'Share of {unit} (%; empty if not known)',
  },
  day: { vi: 'Ngày hiệu lực', en: 'Effective from' },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  remove: { vi: 'Bỏ {unit}', en: 'Take {unit} out' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewed: {
    vi:
      'Xem trước, chưa ghi gì: {events} sự kiện, {founded} đơn vị mới, {ended} đơn vị kết thúc, ' +
      'từ {before} còn {after} đơn vị.',
    en:
      'A preview, nothing is kept: {events} events, {founded} units founded, {ended} ended, {before} standing ' +
      'now, {after} then.',
  },
  changes: { vi: 'Những đơn vị thay đổi', en: 'Units that change' },
  before: { vi: 'Hiện nay', en: 'Now' },
  after: { vi: 'Sau khi ghi', en: 'Then' },
  offices: { vi: 'Vai đang giữ', en: 'Offices held' },
  side: {
    vi: '{name}, thuộc {parent}, {below} đơn vị bên dưới',
    en: '{name}, part of {parent}, {below} units below',
  },
  not_there: { vi: 'không có', en: 'not there' },
  carry_out: { vi: 'Thực hiện', en: 'Carry out' },
  done: {
    vi: 'Đã ghi {events} sự kiện. Trong bảy ngày vẫn hoàn tác được.',
    en: '{events} events are recorded. They can be undone for seven days.',
  },
  undo: { vi: 'Hoàn tác lần ghi này', en: 'Undo this' },
  undone: { vi: 'Đã hoàn tác {events} sự kiện.', en: '{events} events were taken back.' },
  another: { vi: 'Ghi việc khác', en: 'Record something else' },
  help: {
    vi:
      'Chọn việc, đơn vị và ngày hiệu lực, rồi xem trước. Chưa ghi gì cho đến khi bấm Thực hiện; ' +
      'ghi rồi vẫn hoàn tác được.',
    en:
      'Choose what happens, the units and the day, then preview. Nothing is kept until you carry ' +
      'it out, and that can be undone.',
  },
} satisfies Record<string, Text>;
