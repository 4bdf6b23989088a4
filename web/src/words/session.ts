import type { Text } from './language.svelte';

export const session = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  name: { vi: 'Tên đăng nhập', en: 'User name' },
  pass_phrase: { vi: 'Mật khẩu', en: 'Pass phrase' },
  show: { vi: 'Hiện mật khẩu', en: 'Show the pass phrase' },
  code: {
    vi: 'Mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng',
    en: 'The 6 digits of your authenticator, or a recovery code',
  },
  go: { vi: 'Đăng nhập', en: 'Sign in' },
  go_elsewhere: { vi: 'Đăng nhập bằng {house}', en: 'Sign in with {house}' },
  coming_back: { vi: 'Đang đăng nhập', en: 'Signing in' },
  refused_elsewhere: {
    vi: 'Nơi đăng nhập chung không cho vào, hoặc bạn đã dừng lại ở đó. Bấm đăng nhập lại.',
    en: 'You were not let in there, or stopped on the way. Begin signing in again.',
  },
  back_to_sign_in: { vi: 'Về trang đăng nhập', en: 'Back to signing in' },
  forgotten: {
    vi: 'Quên mật khẩu: nhờ cán bộ nữ công cấp trên, hoặc người quản trị, gửi liên kết đặt lại.',
    en: 'Pass phrase forgotten: ask the officer of the union above, or the administrator, for a link.',
  },
  ended: {
    vi: 'Phiên làm việc đã hết. Đăng nhập lại để làm tiếp; những gì đang gõ vẫn còn.',
    en: 'Your session has ended. Sign in again to go on; what you typed is still there.',
  },
  link_title: { vi: 'Chọn mật khẩu mới', en: 'Choose a new pass phrase' },
  link_factor_title: { vi: 'Bỏ mã xác thực cũ', en: 'Take the old second factor off' },
  link_first_title: { vi: 'Lập người quản trị đầu tiên', en: 'Make the first administrator' },
  link_factor_about: {
    vi: 'Sau khi bỏ, đăng nhập bằng mật khẩu rồi bật lại mã xác thực trên máy mới.',
    en: 'Afterwards sign in with your pass phrase and turn the second factor on again on the new device.',
  },
  link_factor_go: { vi: 'Bỏ mã xác thực', en: 'Take it off' },
  person: { vi: 'Họ và tên', en: 'Full name' },
  fresh_pass_phrase: { vi: 'Mật khẩu mới', en: 'New pass phrase' },
  pass_phrase_hint: {
    vi: 'Một câu ngắn dễ nhớ là tốt nhất, từ 12 ký tự',
    en: 'A short sentence that you remember is best, 12 characters or more',
  },
  keep: { vi: 'Lưu mật khẩu', en: 'Keep the pass phrase' },
  done: { vi: 'Đã xong. Đăng nhập bằng mật khẩu của bạn.', en: 'Done. Sign in with your pass phrase.' },
  link_missing: {
    vi: 'Địa chỉ này thiếu mã liên kết. Mở lại liên kết trong tin đã nhận, chép cho đủ',
    en: 'This address lacks the code of the link. Open the link you were sent again, and copy all of it',
  },
  help_me: {
    vi:
      'Ở đây bạn đổi mật khẩu, bật mã xác thực và đăng xuất. Quên mật khẩu thì nhờ cấp trên, hoặc người quản ' +
      'trị, gửi liên kết đặt lại. Chỉ tạo khóa khi có phần mềm khác cần lấy số liệu.',
    en:
      'Here you change your pass phrase, turn the second factor on and sign out. If you forget the pass phrase, ' +
      'ask the union above or the administrator for a link. Make a key only for other software.',
  },
  offices: { vi: 'Vai của tôi', en: 'My offices' },
  office: { vi: '{role}, {unit}', en: '{role}, {unit}' },
  change: { vi: 'Đổi mật khẩu', en: 'Change the pass phrase' },
  old_pass_phrase: { vi: 'Mật khẩu hiện nay', en: 'Present pass phrase' },
  changed: { vi: 'Đã đổi mật khẩu.', en: 'The pass phrase is changed.' },
  factor: { vi: 'Mã xác thực (bước thứ hai)', en: 'Second factor' },
  factor_on: {
    vi: 'Đang bật. Đổi máy thì nhờ cấp trên đặt lại.',
    en: 'It is on. For another device, ask the union above to reset it.',
  },
  factor_off: {
    vi: 'Chưa bật. Bật để người biết mật khẩu cũng không vào được.',
    en: 'It is off. Turn it on, and somebody who knows your pass phrase still cannot get in.',
  },
  factor_begin: { vi: 'Bật mã xác thực', en: 'Turn it on' },
  factor_secret: {
    vi: 'Nhập khóa này vào ứng dụng xác thực (hoặc bấm để mở ứng dụng)',
    en: 'Put this key into your authenticator (or press to open it)',
  },
  factor_open: { vi: 'Mở ứng dụng xác thực', en: 'Open the authenticator' },
  factor_code: { vi: 'Mã 6 số mà ứng dụng đang hiện', en: 'The 6 digits it shows now' },
  factor_confirm: { vi: 'Xác nhận', en: 'Confirm' },
  recovery: {
    vi: 'Chép các mã dự phòng này ra giấy: mỗi mã dùng một lần khi mất máy. Trang này không hiện lại.',
    en: 'Write these recovery codes down: each works once if the device is lost. They are not shown again.',
  },
  tokens: { vi: 'Khóa cho phần mềm khác', en: 'Keys for other software' },
  tokens_about: {
    vi: 'Để một phần mềm (bảng tính, trang tin) lấy số liệu với quyền của bạn. Không đưa mật khẩu cho phần mềm.',
    en: 'With a key a program (a spreadsheet, a site) asks with your rights. Give no program your pass phrase.',
  },
  token_none: { vi: 'Chưa có khóa nào.', en: 'There is no key.' },
  token_name: { vi: 'Tên khóa', en: 'Name of the key' },
  token_name_hint: { vi: 'Dùng ở đâu, ví dụ bang-tinh-hue', en: 'Where it is used, for example sheet-hue' },
  token_days: { vi: 'Dùng được mấy ngày', en: 'Valid for how many days' },
  token_days_hint: { vi: 'Từ 1 đến 366', en: '1 to 366' },
  token_writes: { vi: 'Được ghi, không chỉ đọc', en: 'May write, not only read' },
  token_make: { vi: 'Tạo khóa', en: 'Make a key' },
  token_once: {
    vi: 'Khóa “{name}”. Chép ngay: trang này không hiện lại khóa',
    en: 'Key “{name}”. Copy it now: it is not shown again',
  },
  token_reads_until: { vi: 'chỉ đọc, đến {day}', en: 'reads, until {day}' },
  token_writes_until: { vi: 'đọc và ghi, đến {day}', en: 'reads and writes, until {day}' },
  token_revoke: { vi: 'Hủy khóa', en: 'Revoke' },
  token_revoke_of: { vi: 'Hủy khóa {name}', en: 'Revoke {name}' },
  token_revoked: { vi: 'Đã hủy khóa {name}.', en: 'Key {name} is revoked.' },
  waiting_items: {
    vi:
      'Còn {count} mục chờ gửi trong máy này. Đăng xuất thì các mục đó chờ đến khi chính bạn đăng ' +
      'nhập lại trên máy này.',
    en: '{count} items wait on this device. They will wait until you sign in here again.',
  },
  leave_anyway: { vi: 'Vẫn đăng xuất', en: 'Sign out all the same' },
  'role.officer': { vi: 'Cán bộ nữ công cơ sở', en: "Women's-committee officer" },
  'role.upper_officer': { vi: 'Cán bộ nữ công cấp trên', en: "Women's officer of an upper union" },
  'role.leader': { vi: 'Lãnh đạo công đoàn', en: 'Leader' },
  'role.member': { vi: 'Đoàn viên', en: 'Member' },
  'role.inspector': { vi: 'Đoàn kiểm tra', en: 'Inspector' },
  'role.treasurer': { vi: 'Thủ quỹ', en: 'Treasurer' },
  'role.administrator': { vi: 'Quản trị', en: 'Administrator' },
} satisfies Record<string, Text>;
