// Vietnamese writes the parts of a word apart, and no browser knows which belong together: a title that breaks
// within “công đoàn” is read twice. Those that titles of unions are made of are kept on one line.
const compounds = [
  'ban chấp hành|báo cáo|bình đẳng|chăm lo|chỉ tiêu|cơ sở|công đoàn|công nghiệp|công nhân|công ty|danh hiệu',
  'doanh nghiệp|đoàn viên|đơn vị|giả định|học bổng|hoạt động|lao động|liên đoàn|mầm non|phụ nữ|quần chúng',
  'tập huấn|thành lập|thành phố|việc nhà|việc nước|viên chức|việt nam|nữ công(?! (?:nhân|đoàn))',
].join('|');

const pattern = new RegExp(`(?<!\\p{L})(?:${compounds})(?!\\p{L})`, 'giu');

/** The same text; within such words it does not break. */
export const unbroken = (text: string): string =>
  text.normalize('NFC').replace(pattern, (word) => word.replaceAll(' ', '\u00a0'));
