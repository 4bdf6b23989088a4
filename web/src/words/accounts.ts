import type { Text } from './language.svelte';

export const accounts = {
  of: { vi: 'Tài khoản ở {unit} và bên dưới', en: 'Accounts at {unit} and below' },
  at_unit: { vi: 'Tài khoản ở {unit}', en: 'Accounts at {unit}' },
  looked_for: { vi: 'Tìm theo họ tên hoặc tên đăng nhập', en: 'Find by full name or user name' },
  other_unit: { vi: 'Xem đơn vị khác', en: 'Another unit' },
  none: { vi: 'Chưa có tài khoản nào.', en: 'There is no account yet.' },
  none_found: { vi: 'Không tìm thấy ai tên “{text}”.', en: 'Nobody is called “{text}”.' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  no_office: { vi: 'Không giữ vai nào', en: 'Holds no office' },
  office: { vi: '{role}, {unit}, từ {from}', en: '{role}, {unit}, from {from}' },
  office_until: { vi: '{role}, {unit}, {from} – {to}', en: '{role}, {unit}, {from} – {to}' },
  add: { vi: 'Lập tài khoản mới', en: 'Make an account' },
  person: { vi: 'Họ và tên', en: 'Full name' },
  name: { vi: 'Tên đăng nhập', en: 'User name' },
  name_hint: { vi: 'Chữ không dấu, ví dụ lan.nguyen', en: 'Letters without marks, for example lan.nguyen' },
  role: { vi: 'Vai', en: 'Role' },
  from: { vi: 'Từ ngày', en: 'From' },
  make: { vi: 'Lập tài khoản', en: 'Make the account' },
  link: {
    vi: 'Liên kết cho {person}, dùng một lần. Gửi riêng cho người đó',
    en: 'Link for {person}, works once. Send it to nobody else',
  },
  reset: { vi: 'Đặt lại mật khẩu', en: 'Reset the pass phrase' },
  reset_factor: { vi: 'Bỏ mã xác thực', en: 'Take the second factor off' },
  close: { vi: 'Đóng tài khoản', en: 'Close the account' },
  close_sure: {
    vi: 'Đóng tài khoản của {person}? Các vai kết thúc hôm nay; tài khoản đã đóng không mở lại.',
    en: 'Close the account of {person}? All offices end today, and it cannot be opened again.',
  },
  closed_now: { vi: 'Đã đóng tài khoản của {person}.', en: 'The account of {person} is closed.' },
  end_office: { vi: 'Kết thúc vai', en: 'End the office' },
  end_office_of: { vi: 'Kết thúc vai {role}, {unit}', en: 'End: {role}, {unit}' },
  end_office_about: {
    vi: '{person} thôi vai này sau ngày ghi ở trên. Chưa có ai nhận; có người nhận thì bấm Bàn giao.',
    en: '{person} holds it up to that day. Nobody takes it over; if somebody does, hand it over instead.',
  },
  last_day: { vi: 'Ngày cuối cùng giữ vai', en: 'Last day' },
  office_ended: { vi: '{person} thôi vai {role} sau ngày {day}.', en: '{person} holds {role} up to {day}.' },
  hand_over: { vi: 'Bàn giao', en: 'Hand over' },
  hand_over_of: { vi: 'Bàn giao vai {role}, {unit}', en: 'Hand over: {role}, {unit}' },
  receiver: { vi: 'Người nhận', en: 'Receiver' },
  hand_over_day: { vi: 'Từ ngày', en: 'From' },
  hand_over_about: {
    vi: 'Người cũ thôi quyền từ ngày này; việc đang mở và số liệu ở lại với đơn vị.',
    en: 'Whoever held it may do nothing from that day on; open work and figures stay with the unit.',
  },
  handed_over: { vi: 'Đã bàn giao cho {person} từ {day}.', en: 'Handed over to {person} from {day}.' },
  no_receiver: {
    vi: 'Chưa có ai để nhận. Lập tài khoản cho người nhận trước.',
    en: 'There is nobody to receive it. Make an account first.',
  },
  audit_help: {
    vi: 'Ai làm gì, lúc nào. Mỗi dòng được niêm phong cùng dòng trước; không sửa, không xóa được.',
    en: 'Who did what, when. Each line is sealed with the one before; none can be changed or removed.',
  },
  help_audit: {
    vi:
      'Dòng mới nhất ở trên; bấm “Xem thêm” để xem những dòng trước đó. Mã niêm phong của mỗi dòng được tính ' +
      'cùng dòng trước: ai sửa một dòng thì mã của mọi dòng sau không còn khớp.',
    en:
      'The newest line is on top; “Show more” brings those before. The seal of each line is worked out with the ' +
      'line before: if one were changed, the seals of all later lines would no longer fit.',
  },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Người làm', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  hash: { vi: 'Mã niêm phong', en: 'Seal' },
  help: {
    vi: 'Mỗi người một tài khoản. Quên mật khẩu thì gửi liên kết đặt lại; đổi người phụ trách thì bàn giao.',
    en: 'One account a person. For a forgotten pass phrase send a link; when the person changes, hand over.',
  },
} satisfies Record<string, Text>;
