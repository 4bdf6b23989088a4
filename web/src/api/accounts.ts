import { ask, send } from './client';
import type { Office, Role } from './session';

export interface AccountEntry {
  account: number;
  name: string;
  person: string;
  closed: boolean;
  offices: Office[];
}

export interface NewOffice {
  role: Role;
  unit: string;
  from: string;
  to?: string;
}

export interface AuditEntry {
  sequence: number;
  at: string;
  account: number;
  person: string;
  address: string;
  deed: string;
  thing: string;
  unit: string;
  summary: string;
  hash: string;
}

export const accounts_of = (unit: string) => ask<{ accounts: AccountEntry[] }>('/api/accounts', { unit });
export const make_account = (name: string, person: string, offices: NewOffice[]) =>
  send<{ account: number; link: string }>('POST', '/api/accounts', { name, person, offices });
export const close_account = (account: number) => send<undefined>('DELETE', `/api/accounts/${account}`);
export const reset_account = (account: number, kind: 'pass_phrase' | 'second_factor') =>
  send<{ link: string }>('POST', `/api/accounts/${account}/reset`, { kind });
export const hand_over = (
  account: number,
  office: Pick<Office, 'role' | 'unit' | 'from'>,
  receiver: number,
  day: string,
) =>
  send<undefined>('POST', '/api/offices/hand-over', {
    account,
    role: office.role,
    unit: office.unit,
    from: office.from,
    receiver,
    day,
  });
export const audit = (before?: number) => ask<{ entries: AuditEntry[] }>('/api/audit', { before, limit: 50 });
