// Made-up people of the mock, what they may do, and their sessions. The table of deeds is src/account/role.cpp's.
import type { Deed, Me, Office, Place, Role } from '../../src/api/session';
import { Refused } from './answers';

export interface Person {
  account: number;
  name: string;
  person: string;
  code?: string;
  closed: boolean;
  offices: Office[];
}

export const pass_phrase = 'mot cau de nho';

const reach: Record<Role, Partial<Record<Deed, Place['reach']>>> = {
  officer: { see_figures: 'branch', draft_report: 'own', send_report: 'own' },
  upper_officer: {
    see_figures: 'branch',
    draft_report: 'own',
    send_report: 'own',
    review_report: 'below',
    type_for_silent: 'below',
    adopt_directive: 'own',
    assign_goals: 'branch',
    extend_deadline: 'below',
    remind: 'below',
    manage_accounts: 'below',
  },
  leader: {
    see_figures: 'branch',
    review_report: 'below',
    adopt_directive: 'own',
    assign_goals: 'branch',
    extend_deadline: 'below',
    remind: 'below',
    see_audit: 'branch',
    sign_and_freeze: 'own',
  },
  member: { see_figures: 'own' },
  inspector: { see_figures: 'branch', see_audit: 'branch' },
  treasurer: { see_figures: 'own' },
  administrator: {
    see_figures: 'branch',
    reorganise: 'branch',
    manage_accounts: 'branch',
    manage_administrators: 'branch',
    see_audit: 'branch',
  },
};

const names: Record<string, string> = {
  TLD: 'Tổng Liên đoàn Lao động Việt Nam (mẫu)',
  PTH: 'LĐLĐ tỉnh Phú Thọ',
  'PTH-0001': 'CĐCS Cơ quan hành chính Trà Xanh 151 (giả định)',
};

const office = (role: Role, unit: string): Office => ({
  role,
  unit,
  unit_name: names[unit] ?? unit,
  from: '2026-01-01',
  to: null,
});

const made = (account: number, name: string, person: string, role: Role, unit: string): Person => ({
  account,
  name,
  person,
  closed: false,
  offices: [office(role, unit)],
});

export const beginning = (): Person[] => [
  made(1, 'lan.nguyen', 'Nguyễn Thị Lan', 'officer', 'PTH-0001'),
  made(2, 'hoa.tran', 'Trần Thị Hoa', 'officer', 'PTH-0001'),
  { ...made(3, 'mai.le', 'Lê Thị Mai', 'upper_officer', 'PTH'), code: '123456' },
  made(4, 'thu.pham', 'Phạm Thị Thu', 'leader', 'TLD'),
  made(5, 'hien.vo', 'Võ Thị Hiền', 'administrator', 'TLD'),
];

export class People {
  all = beginning();
  readonly sessions = new Map<string, number>();

  me(account: number): Me {
    const person = this.of(account);
    const may: Me['may'] = {};
    for (const { role, unit, unit_name } of person.offices) {
      for (const [deed, far] of Object.entries(reach[role]) as [Deed, Place['reach']][]) {
        (may[deed] ??= []).push({ unit, name: unit_name, reach: far });
      }
    }
    const { name, person: full, offices } = person;
    const second_factor = person.code !== undefined;
    return { account, name, person: full, means: 'session', second_factor, offices, may };
  }

  of(account: number): Person {
    const found = this.all.find((person) => person.account === account);
    if (!found) throw new Refused(404, 'account.unknown', `Không có tài khoản “${account}”`);
    return found;
  }

  sign_in(name: string, phrase: string, code?: string): { token: string; account: number } {
    const person = this.all.find((one) => one.name === name && !one.closed);
    if (!person || phrase !== pass_phrase) {
      const detail =
        'Tên đăng nhập, mật khẩu hoặc mã chưa đúng. Nhập lại, hoặc nhờ cấp trên đặt lại mật khẩu';
      throw new Refused(401, 'sign_in.refused', detail);
    }
    if (person.code && !code) {
      throw new Refused(
        401,
        'sign_in.code_wanted',
        'Nhập mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng',
      );
    }
    if (person.code && code !== person.code) {
      throw new Refused(401, 'sign_in.refused', 'Tên đăng nhập, mật khẩu hoặc mã chưa đúng. Nhập lại');
    }
    const token = `session-${this.sessions.size + 1}-${person.account}`;
    this.sessions.set(token, person.account);
    return { token, account: person.account };
  }

  make(name: string, person: string, offices: Office[]): number {
    if (this.all.some((one) => one.name === name)) {
      throw new Refused(409, 'account.name_taken', `Tên đăng nhập “${name}” đã có người dùng. Chọn tên khác`);
    }
    const account = this.all.length + 1;
    const named = offices.map((one) => ({
      ...one,
      unit_name: names[one.unit] ?? one.unit,
      to: one.to ?? null,
    }));
    this.all.push({ account, name, person, closed: false, offices: named });
    return account;
  }

  hand_over(from: number, to: number, role: Role, unit: string, day: string): void {
    const held = this.of(from).offices.find((one) => one.role === role && one.unit === unit && !one.to);
    if (!held) throw new Refused(422, 'office.ended', `Vai ${role} ở đơn vị ${unit} đã kết thúc`);
    held.to = day;
    this.of(to).offices.push({ ...held, from: day, to: null });
  }
}
