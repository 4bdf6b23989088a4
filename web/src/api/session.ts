import { ask, send } from './client';

export type Role =
  'officer' | 'upper_officer' | 'leader' | 'member' | 'inspector' | 'treasurer' | 'administrator';

export const all_roles: Role[] = [
  'officer',
  'upper_officer',
  'leader',
  'member',
  'inspector',
  'treasurer',
  'administrator',
];

/** What somebody may do (src/account/role.hpp). */
export type Deed =
  | 'see_figures'
  | 'see_small_cells'
  | 'draft_report'
  | 'send_report'
  | 'review_report'
  | 'type_for_silent'
  | 'adopt_directive'
  | 'assign_goals'
  | 'extend_deadline'
  | 'remind'
  | 'reorganise'
  | 'manage_accounts'
  | 'manage_administrators'
  | 'see_audit'
  | 'sign_and_freeze';

/** Where a deed is allowed: the unit itself, what is below it, or both. */
export interface Place {
  unit: string;
  name: string;
  reach: 'own' | 'below' | 'branch';
}

export interface Office {
  role: Role;
  unit: string;
  unit_name: string;
  from: string;
  to: string | null;
}

export interface Me {
  account: number;
  name: string;
  person: string;
  means: string;
  second_factor: boolean;
  offices: Office[];
  may: Partial<Record<Deed, Place[]>>;
}

export const who_am_i = () => ask<Me>('/api/me');
export const sign_in = (name: string, pass_phrase: string, code?: string) =>
  send<Me>('POST', '/api/session', { name, pass_phrase, ...(code ? { code } : {}) });
export const sign_out = () => send<object>('DELETE', '/api/session');

/** Another house where one may sign in, by the name people give it. */
export const provider_name = async () => (await ask<{ provider: string | null }>('/api/session')).provider;
export const begin_elsewhere = async () =>
  (await send<{ address: string }>('POST', '/api/session/elsewhere', {})).address;
export const finish_elsewhere = (code: string, state: string) =>
  send<Me>('POST', '/api/session/elsewhere/back', { code, state });

export const change_pass_phrase = (old: string, fresh: string) =>
  send<object>('PUT', '/api/me/pass-phrase', { old, new: fresh });
export const begin_second_factor = () => send<{ secret: string; uri: string }>('POST', '/api/me/totp');
export const confirm_second_factor = (pass_phrase: string, secret: string, code: string) =>
  send<{ recovery_codes: string[] }>('PUT', '/api/me/totp', { pass_phrase, secret, code });

/** A key with which a program asks in one's name. */
export interface Token {
  name: string;
  made: string;
  expires: string;
  may_write: boolean;
}

export const my_tokens = () => ask<{ tokens: Token[] }>('/api/me/tokens');
export const make_token = (name: string, days: number, may_write: boolean) =>
  send<{ token: string }>('POST', '/api/me/tokens', { name, days, may_write });
export const revoke_token = (name: string) =>
  send<object>('DELETE', `/api/me/tokens/${encodeURIComponent(name)}`);

export const choose_pass_phrase = (link: string, pass_phrase: string) =>
  send<object>('POST', '/api/links/pass-phrase', { link, pass_phrase });
export const take_second_factor_off = (link: string) =>
  send<object>('POST', '/api/links/second-factor', { link });
export const become_first_administrator = (link: string, name: string, person: string, pass_phrase: string) =>
  send<object>('POST', '/api/links/first-administrator', { link, name, person, pass_phrase });
