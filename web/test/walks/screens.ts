// Every screen, and who looks at it.
import { report, unit, type people } from './walker';

export interface Screen {
  who: keyof typeof people;
  name: string;
  path: string;
}

export const screens: Screen[] = [
  { who: 'officer', name: 'hom-nay', path: '/hom-nay' },
  { who: 'officer', name: 'cac-bao-cao', path: '/bao-cao' },
  { who: 'officer', name: 'bao-cao', path: report },
  { who: 'officer', name: 'kiem-tra', path: `${report}/kiem-tra` },
  { who: 'officer', name: 'toi', path: '/toi' },
  { who: 'officer', name: 'tim-don-vi', path: '/tim-don-vi' },
  { who: 'member', name: 'so-bi-an', path: `/con-so/${unit}/A07a/2026-Q2` },
  { who: 'chair', name: 'ky', path: `/bao-cao/${unit}/2026-Q2/NC-Q` },
  { who: 'upper', name: 'tien-do-tinh', path: '/bang-tien-do?don-vi=HCM&ky=2026' },
  { who: 'upper', name: 'da-nhan', path: '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q3' },
  { who: 'upper', name: 'duyet', path: `/duyet/${unit}/2026-Q2/NC-Q` },
  { who: 'national', name: 'tien-do', path: '/bang-tien-do?ky=2026' },
  { who: 'national', name: 'van-ban', path: '/van-ban' },
  { who: 'national', name: 'van-ban-D1', path: '/van-ban/D1' },
  { who: 'national', name: 'giao-moi', path: '/van-ban/giao-moi' },
  { who: 'national', name: 'con-so', path: '/con-so/TLD/I.GVN/2025?chi-tieu=D1.1' },
  { who: 'national', name: 'con-so-nu', path: '/con-so/HCM/A04/2026-Q3?cay=as-is' },
  { who: 'national', name: 'con-so-don-vi', path: '/con-so/TLD/I.CHAMLO/2025?chi-tieu=D1.4' },
  { who: 'leader', name: 'toan-canh', path: '/toan-canh' },
  { who: 'administrator', name: 'to-chuc', path: '/sap-xep-to-chuc?don-vi=HUE' },
  { who: 'administrator', name: 'don-vi', path: '/don-vi/HCM' },
  { who: 'administrator', name: 'tai-khoan', path: '/tai-khoan' },
  { who: 'administrator', name: 'nhat-ky', path: '/nhat-ky' },
  { who: 'administrator', name: 'danh-muc', path: '/danh-muc' },
];
