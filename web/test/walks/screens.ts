// Every screen, and who looks at it.
import type { people } from './walker';

export interface Screen {
  who: keyof typeof people;
  name: string;
  path: string;
}

const report = '/bao-cao/PTH-0001/2026-Q3/NC-Q';

export const screens: Screen[] = [
  { who: 'officer', name: 'hom-nay', path: '/hom-nay' },
  { who: 'officer', name: 'cac-bao-cao', path: '/bao-cao' },
  { who: 'officer', name: 'bao-cao', path: report },
  { who: 'officer', name: 'kiem-tra', path: `${report}/kiem-tra` },
  { who: 'officer', name: 'toi', path: '/toi' },
  { who: 'officer', name: 'tim-don-vi', path: '/tim-don-vi' },
  { who: 'upper', name: 'tien-do', path: '/bang-tien-do?ky=2025' },
  { who: 'upper', name: 'da-nhan', path: '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q3' },
  { who: 'upper', name: 'duyet', path: '/duyet/PTH-0001/2026-Q3/NC-Q' },
  { who: 'upper', name: 'van-ban', path: '/van-ban' },
  { who: 'upper', name: 'van-ban-D1', path: '/van-ban/D1' },
  { who: 'upper', name: 'giao-moi', path: '/van-ban/giao-moi' },
  { who: 'upper', name: 'con-so', path: '/con-so/TLD/I.GVN/2025?chi-tieu=D1.1' },
  { who: 'upper', name: 'con-so-nu', path: '/con-so/PTH/A04/2026-Q3?cay=as-is' },
  { who: 'upper', name: 'con-so-don-vi', path: '/con-so/TLD/I.CHAMLO/2025?chi-tieu=D1.4' },
  { who: 'leader', name: 'toan-canh', path: '/toan-canh' },
  { who: 'administrator', name: 'to-chuc', path: '/sap-xep-to-chuc?don-vi=PTH' },
  { who: 'administrator', name: 'don-vi', path: '/don-vi/PTH' },
  { who: 'administrator', name: 'tai-khoan', path: '/tai-khoan' },
  { who: 'administrator', name: 'nhat-ky', path: '/nhat-ky' },
  { who: 'administrator', name: 'danh-muc', path: '/danh-muc' },
];
