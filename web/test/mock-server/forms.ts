// One form of the mock, with made-up figures of last period and last year.
import type { ReportLine } from '../../src/api/reports';

const entry = (
  series: string,
  title: string,
  measure: string,
  last: number,
  last_year: number,
): ReportLine => ({
  role: 'entry',
  series,
  title,
  measure,
  decimals: 0,
  last,
  last_year,
  current: null,
  draft: null,
  reason: null,
  returned: null,
});

const heading = (title: string): ReportLine => ({ ...entry('', title, '', 0, 0), role: 'heading' });

export const form_lines = (): ReportLine[] => [
  heading('A. Đoàn viên và lao động nữ'),
  entry('A03', 'Tổng số đoàn viên', 'người', 52, 50),
  entry('A04', 'Nữ đoàn viên', 'người', 35, 33),
  entry('A07a', 'Nữ đoàn viên kết nạp mới', 'người', 2, 3),
  heading('C. Tuyên truyền'),
  entry('C01a', 'Cuộc tuyên truyền, nói chuyện chuyên đề', 'cuộc', 2, 1),
  entry('C01b', 'Lượt nữ dự tuyên truyền', 'lượt', 60, 41),
  entry('C01c', 'Lượt nam dự tuyên truyền', 'lượt', 12, 9),
  { ...entry('', 'Tổng lượt dự tuyên truyền', 'lượt', 72, 50), role: 'total', addends: ['C01b', 'C01c'] },
  heading('F. Chăm lo, phúc lợi'),
  entry('F01a', 'Nữ đoàn viên được thăm hỏi', 'người', 6, 4),
  entry('F08', 'Hoạt động chăm lo nữ và con CNVCLĐ', 'hoạt động', 1, 1),
];
