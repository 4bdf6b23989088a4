import { ask, send, send_file } from './client';
import type { Comparator, Target, ValueUnit } from './figures';

export interface DirectiveEntry {
  id: string;
  number: string;
  title: string;
  issuer: string;
  period: string;
  adopted: string;
  targets: number;
}

export interface Directive extends Omit<DirectiveEntry, 'targets'> {
  targets: Target[];
}

export interface Candidate {
  indicator: string;
  title: string;
  /** 0 to 100: how alike the words are. */
  likeness: number;
}

/** A target as read from a text. `begin` and `end` count bytes of its UTF-8. */
export interface ReadTarget {
  number: number;
  begin: number;
  end: number;
  quote: string;
  comparator: Comparator;
  value: number;
  value_max: number | null;
  unit: ValueUnit;
  noun: string;
  subject: string;
  due: string | null;
  candidates: Candidate[];
}

export interface Citation {
  quote: string;
  type: string;
  number: string;
  date: string;
  title: string;
}

export interface ReadDirective {
  targets: ReadTarget[];
  citations: Citation[];
}

/** What handing a directive down would ask of those who report. */
export interface Burden {
  units: number;
  figures: number;
  known: number;
  new: number;
  minutes: number;
  hours: number;
}

export interface Adoption {
  issuer: string;
  text: string;
  file: string;
  period?: string;
  bindings: { number: number; indicator: string }[];
}

export interface Goal {
  target: string;
  unit: string;
  value: number;
}

export const all_directives = () => ask<{ directives: DirectiveEntry[] }>('/api/directives');
export const directive_of = (id: string) => ask<Directive>(`/api/directives/${encodeURIComponent(id)}`);

export const text_of_file = (file: File) => send_file<{ text: string; kind: string }>('/api/documents', file);
export const read_directive = (text: string) => send<ReadDirective>('POST', '/api/directives/read', { text });
export const burden_of = (issuer: string, text: string, period?: string) =>
  send<Burden>('POST', '/api/directives/burden', { issuer, text, ...(period ? { period } : {}) });
export const adopt_directive = (adoption: Adoption, key: string) =>
  send<{ directive: string }>('POST', '/api/directives', adoption, key);

export const bind_target = (target: string, indicator: string) =>
  send<undefined>('PUT', `/api/targets/${encodeURIComponent(target)}/indicator`, { indicator });
export const set_goals = (goals: Goal[]) => send<undefined>('POST', '/api/goals', { goals });
