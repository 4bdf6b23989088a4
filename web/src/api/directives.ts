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
  /** Empty where the issuer's whole branch has it. */
  recipients: { unit: string; name: string }[];
  targets: Target[];
}

export interface Candidate {
  code: string;
  /** 0 to 1: how alike the words are. */
  likeness: number;
}

/** A target as read from a text. `begin` and `end` count bytes of its UTF-8. */
export interface ReadTarget {
  begin: number;
  end: number;
  quote: string;
  comparator: Comparator;
  value: number;
  value_max: number | null;
  unit: ValueUnit;
  per_unit: boolean;
  noun: string;
  subject: string;
  due: string | null;
  indicators: Candidate[];
}

export interface ReadDirective {
  /** In the order of the text; their numbers in a directive count from 1. */
  targets: ReadTarget[];
}

/** What handing a directive down would ask of those who report. */
export interface Burden {
  minutes_per_figure: number;
  known_hours: number;
  new_hours: number;
  /** Each figure with how many units are asked for it; `forms` holds those that ask for it already. */
  figures: { code: string; title: string; units: number; forms: string[] }[];
  targets: { target: string; quote: string; indicator: string; figures: string[] }[];
}

/** What a person made of a target that was read: what it is measured by, or that it is no target. */
export interface Decision {
  number: number;
  indicator?: string;
  unbound?: boolean;
  left_out?: boolean;
  comparator?: Comparator;
  value?: number;
  due?: string;
}

export interface Adoption {
  text: string;
  file: string;
  period?: string;
  /** Codes of units below the issuer; left out: its whole branch. */
  recipients?: string[];
  targets: Decision[];
}

export interface Goal {
  target: string;
  unit: string;
  value: number;
}

const of_unit = (unit: string) => `/api/units/${encodeURIComponent(unit)}`;

export const all_directives = () => ask<{ directives: DirectiveEntry[] }>('/api/directives');
export const directive_of = (id: string) => ask<Directive>(`/api/directives/${encodeURIComponent(id)}`);

export const text_of_file = (file: File) => send_file<{ file: string; text: string }>('/api/documents', file);
export const read_directive = (text: string) => send<ReadDirective>('POST', '/api/readings', { text });
export const burden_of_text = (issuer: string, text: string, recipients: string[]) =>
  send<Burden>('POST', `${of_unit(issuer)}/burden`, { text, recipients });
export const burden_of = (unit: string, directive: string) =>
  ask<Burden>(`${of_unit(unit)}/burden`, { directive });
export const adopt_directive = (issuer: string, adoption: Adoption, key: string) =>
  send<{ directive: string }>('POST', `${of_unit(issuer)}/directives`, adoption, key);

export const give_directive = (id: string, units: string[]) =>
  send<{ recipients: number }>('POST', `/api/directives/${encodeURIComponent(id)}/recipients`, { units });

export const bind_target = (target: string, indicator: string) =>
  send<object>('PUT', `/api/targets/${encodeURIComponent(target)}/indicator`, { indicator });
export const set_goals = (goals: Goal[]) => send<{ goals: number }>('POST', '/api/goals', { goals });
