import { ask, send } from './client';
import type { Office, Role } from './session';

export interface AccountEntry {
  account: number;
  name: string;
  person: string;
  second_factor: boolean;
  /** When it was closed. */
  closed: string | null;
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
  /** Null for the console, and where nobody was signed in. */
  account: number | null;
  person: string;
  address: string;
  deed: string;
  thing: string;
  unit: string | null;
  summary: string;
  hash: string;
}

export const accounts_of = (question: { unit?: string; q?: string; after?: number }) =>
  ask<{ accounts: AccountEntry[]; next: number | null }>('/api/accounts', { ...question, limit: 50 });
export const make_account = (name: string, person: string, offices: NewOffice[]) =>
  send<{ account: number; link: string }>('POST', '/api/accounts', { name, person, offices });
export const close_account = (account: number) => send<object>('DELETE', `/api/accounts/${account}`);
export const reset_account = (account: number, kind: 'pass_phrase' | 'second_factor') =>
  send<{ link: string }>('POST', `/api/accounts/${account}/reset`, { kind });
export const hand_over = (account: number, office: Office, receiver: number, day: string) =>
  send<object>('POST', '/api/offices/hand-over', {
    account,
    role: office.role,
    unit: office.unit,
    from: office.from,
    receiver,
    day,
  });
export const end_office = (account: number, { role, unit, from }: Office, day: string) =>
  send<object>('POST', '/api/offices/end', { account, role, unit, from, day });
export const audit = (before?: number) => ask<{ entries: AuditEntry[] }>('/api/audit', { before, limit: 50 });
