// The addresses of the application: what a link says is what it shows, and it can be sent to somebody.
import type { TreeChoice } from '../api/figures';
import type { ReportKey } from '../api/reports';
import { address } from '../api/client';

const part = encodeURIComponent;
const report_path = ({ unit, period, form }: ReportKey) => `${part(unit)}/${part(period)}/${part(form)}`;

export const addresses = {
  today: '/hom-nay',
  reports: '/bao-cao',
  report: (key: ReportKey) => `/bao-cao/${report_path(key)}`,
  check: (key: ReportKey) => `/bao-cao/${report_path(key)}/kiem-tra`,
  received: (question: { form?: string; period?: string; state?: string } = {}) =>
    address('/bao-cao-da-nhan', { bieu: question.form, ky: question.period, 'tinh-trang': question.state }),
  review: (key: ReportKey) => `/duyet/${report_path(key)}`,
  directives: '/van-ban',
  hand_down: '/van-ban/giao-moi',
  directive: (id: string) => `/van-ban/${part(id)}`,
  progress: (question: { unit?: string; period?: string; tree?: TreeChoice } = {}) =>
    address('/bang-tien-do', { 'don-vi': question.unit, ky: question.period, cay: question.tree }),
  /** With `target` it is the figure as that target asks for it. */
  figure: (question: {
    unit: string;
    element: string;
    period: string;
    tree?: TreeChoice | undefined;
    target?: string | undefined;
  }) =>
    address(`/con-so/${part(question.unit)}/${part(question.element)}/${part(question.period)}`, {
      'chi-tieu': question.target,
      cay: question.tree === 'as-is' ? question.tree : undefined,
    }),
  overview: '/toan-canh',
  unit: (code: string) => `/don-vi/${part(code)}`,
  find: '/tim-don-vi',
  reorganise: '/sap-xep-to-chuc',
  accounts: '/tai-khoan',
  audit: '/nhat-ky',
  catalogue: '/danh-muc',
  me: '/toi',
};
