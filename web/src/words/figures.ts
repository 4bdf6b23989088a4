import type { Text } from './language.svelte';

export const progress = {
  help: {
    vi: 'Mỗi ô là một đơn vị và một chỉ tiêu; đơn vị còn chậm nhất ở trên. Bấm vào ô để xem vì sao có con số ấy.',
    en:
      'Each cell is one unit and one target; laggards stand first. Press a cell to see why the ' +
      'figure is what it is.',
  },
  targets_of: { vi: 'Chỉ tiêu {period}', en: 'Targets of {period}' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  all_targets: { vi: 'Chỉ tiêu nhiều đơn vị chậm nhất', en: 'The target most units lag in' },
  laggards: { vi: 'Còn chậm hoặc chưa đạt ({count})', en: 'Behind or missed ({count})' },
  silent: { vi: 'Thiếu báo cáo ({count})', en: 'Reports missing ({count})' },
  whole: { vi: 'Cả nhánh', en: 'The whole branch' },
  reported: { vi: '{reported}/{expected} đơn vị có số', en: '{reported} of {expected} units have figures' },
  missing_reports: { vi: 'Chưa nộp ({count})', en: 'Not sent ({count})' },
  below: { vi: 'Xem cấp dưới của {unit}', en: 'See the units below {unit}' },
  none: { vi: 'Đơn vị này không có cấp dưới.', en: 'There is no unit below.' },
  csv: { vi: 'Tải bảng (CSV)', en: 'Table as CSV' },
  grid: { vi: 'Đơn vị và chỉ tiêu', en: 'Units and targets' },
  no_figures: { vi: 'Chưa đơn vị nào có số', en: 'No unit has a figure yet' },
  no_laggards: { vi: 'Không có đơn vị nào ở mục này.', en: 'No unit is here.' },
} satisfies Record<string, Text>;

export const figure = {
  of_some: {
    vi: 'Chỉ tính {count} đơn vị được giao văn bản này và các đơn vị bên dưới.',
    en: 'Of the {count} units that this directive was given to, with all below them.',
  },
  of_whom: { vi: 'Xem là những đơn vị nào', en: 'See which' },
  why: { vi: 'Vì sao con số này?', en: 'Why this number?' },
  help: {
    vi: 'Con số ở trên cùng cộng từ các đơn vị bên dưới. Bấm vào một đơn vị để đi xuống, đến tận đơn vị đã báo cáo.',
    en: 'The number on top adds up from the units below. Press a unit to go down, as far as the one that reported.',
  },
  ratio: { vi: '{numerator} trên {denominator}', en: '{numerator} of {denominator}' },
  tree_of: { vi: 'theo cây tổ chức ngày {day}', en: 'on the tree of {day}' },
  not_own: {
    vi: 'Trong đó {value} của đơn vị đã giải thể, chưa chia hoặc lập sau.',
    en: 'Of it {value} on lines of closed, undivided or later founded units.',
  },
  formula: { vi: 'Cách tính', en: 'Formula' },
  source: { vi: 'Nguồn', en: 'Source' },
  definition: { vi: 'Định nghĩa', en: 'Definition' },
  sequence: { vi: 'Trạng thái số liệu', en: 'State of the figures' },
  act: { vi: 'lần ghi thứ {number}', en: 'act {number}' },
  units_where: { vi: 'số đơn vị có {title} từ {value}', en: 'units with {title} of {value} or more' },
  units_all: { vi: 'tổng số đơn vị', en: 'all units' },
  each_unit: { vi: '{title} ở mỗi đơn vị', en: '{title} in each unit' },
  by_unit: { vi: 'Từng đơn vị cấp dưới', en: 'Unit by unit' },
  sources: { vi: 'Số đã báo cáo', en: 'Figures as reported' },
  more_sources: { vi: 'và {count} đơn vị khác', en: 'and {count} more units' },
  made_of: { vi: 'Tính từ các số liệu', en: 'Worked out of' },
  counts_at: { vi: 'tính vào {unit}', en: 'counts at {unit}' },
  'line.closed': { vi: 'đã giải thể', en: 'closed' },
  'line.undivided': { vi: 'chưa chia', en: 'undivided' },
  'line.founded_later': { vi: 'lập sau', en: 'founded later' },
} satisfies Record<string, Text>;

export const pictures = {
  over_time: { vi: 'Tiến độ qua các kỳ', en: 'Over time' },
  to_reach: { vi: 'Cần đạt {value}', en: 'To reach: {value}' },
  spread: { vi: 'Các đơn vị phân bố thế nào', en: 'How the units are spread' },
  spread_of: { vi: 'Số đơn vị ở mỗi khoảng', en: 'Units in each range' },
  gap: { vi: 'Nữ và nam', en: 'Women and men' },
  women: { vi: 'Nữ', en: 'Women' },
  men: { vi: 'Nam', en: 'Men' },
  women_share: { vi: 'Tỷ lệ nữ', en: 'Share of women' },
  table: { vi: 'Xem bảng số', en: 'See the table' },
  csv: { vi: 'Tải CSV', en: 'CSV' },
  source: { vi: 'Nguồn: {source}', en: 'Source: {source}' },
  range: { vi: 'Khoảng', en: 'Range' },
  units: { vi: 'Số đơn vị', en: 'Units' },
  value: { vi: 'Số', en: 'Value' },
  from_to: { vi: '{from} đến {to}', en: '{from} to {to}' },
} satisfies Record<string, Text>;

export const overview = {
  figures: { vi: 'Tám con số', en: 'Eight figures' },
  goal: { vi: 'cần {goal}', en: 'needed {goal}' },
  against: { vi: '{change} so với {period}', en: '{change} against {period}' },
  no_before: { vi: '{period}: chưa có số', en: '{period}: no figure' },
  points: { vi: '{change} điểm %', en: '{change} points' },
  in_words: { vi: 'Bằng lời', en: 'In words' },
  sentence_met: {
    vi: 'Đạt {met} trong {all} chỉ tiêu có số; xa mức giao nhất là “{worst}”: {value}, cần {goal}.',
    en: '{met} of {all} targets with figures are met; farthest off is “{worst}”: {value}, needed {goal}.',
  },
  sentence_all_met: { vi: 'Cả {all} chỉ tiêu có số đều đạt.', en: 'All {all} targets with figures are met.' },
  sentence_change: {
    vi: 'So với {period}: {better} số tăng, {worse} số giảm; thay đổi nhiều nhất là “{most}” ({change}).',
    en: 'Against {period}: {better} figures rose, {worse} fell; “{most}” changed most ({change}).',
  },
  sentence_no_change: {
    vi: 'Chưa có số của {period} để so.',
    en: 'There are no figures of {period} to compare with.',
  },
  sentence_reported: {
    vi: '{reported} trong {expected} đơn vị đã có số; còn thiếu {missing}.',
    en: '{reported} of {expected} units have figures; {missing} are missing.',
  },
  sentence_reported_all: { vi: 'Cả {expected} đơn vị đã có số.', en: 'All {expected} units have figures.' },
  to_decide: { vi: 'Cần anh/chị quyết', en: 'To be decided by you' },
  nothing: { vi: 'Không có việc nào chờ quyết.', en: 'Nothing waits for a decision.' },
  to_sign: { vi: 'Ký: {title}, {period}', en: 'Sign: {title}, {period}' },
  to_review: {
    vi: 'Xem {count} báo cáo đã gửi, chưa duyệt: {title}',
    en: 'Look at {count} reports sent, not accepted: {title}',
  },
  to_urge: { vi: '{count} đơn vị quá hạn chưa nộp: {title}', en: '{count} units are overdue: {title}' },
  map: { vi: 'Bản đồ 34 tỉnh, thành phố', en: 'The 34 provinces' },
  map_of: { vi: 'Chọn con số', en: 'Choose a figure' },
  map_help: {
    vi: 'Mỗi ô là một tỉnh, đặt gần đúng vị trí. Màu đậm là số cao; trong ô có số. Bấm để xem vì sao.',
    en: 'Each tile is a province, about where it lies. Darker is higher; the figure stands in it. Press to see why.',
  },
  live: { vi: 'Cập nhật ngay khi có báo cáo mới.', en: 'Updated as soon as reports arrive.' },
  help: {
    vi: 'Tám con số so với mức giao và năm trước. Bấm vào một số để xem vì sao. Việc cần quyết ở ngay dưới.',
    en:
      'Eight figures against what is to be reached and last year. Press one to see why. What needs ' +
      'deciding stands below.',
  },
} satisfies Record<string, Text>;
