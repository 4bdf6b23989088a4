import { ask, send } from './client';
import type { Meta } from './figures';

/** How far a report has come; how it keeps its day is told beside it. */
export type ReportState = 'none' | 'draft' | 'sent' | 'returned' | 'accepted' | 'signed';

/** Nothing need have come yet; came in time; came later; should have come and has not. */
export type Timeliness = 'open' | 'on_time' | 'late' | 'overdue';

export interface Obligation {
  form: string;
  title: string;
  period: string;
  due: string;
  /** The unit above gave more time. */
  extended: boolean;
  state: ReportState;
  late: Timeliness;
  /** The unit is to do something about it. */
  open: boolean;
  version: number;
  /** Somebody works on it; what was sent before still counts. */
  draft: boolean;
  reminders: number;
  /** When the unit above last asked for it. */
  reminded: string | null;
  /** Why it came back, where it did. */
  returned: string | null;
}

export interface ReportLine {
  role: 'heading' | 'entry' | 'total';
  series: string;
  title: string;
  measure: string;
  decimals: number;
  /** What stands in the draft, or where there is none what was sent. */
  value: number | null;
  sent: number | null;
  last: number | null;
  last_year: number | null;
  /** Why it differs so much from before; empty where nobody gave a reason. */
  reason: string;
  /** The unit above marked it when it gave the report back. */
  returned: boolean;
  /** Of a total: the places of the lines that it adds up. */
  addends: number[];
}

export interface Step {
  number: number;
  kind: 'returned' | 'accepted' | 'sent_on' | 'signed' | 'reopened';
  version: number;
  /** Empty for the console. */
  person: string;
  at: string;
  note: string;
  cells: string[];
}

export interface SavedDraft {
  by: string;
  at: string;
  /** The version on which it was begun. */
  base: number;
  revision: number;
}

export interface Report {
  meta: Meta;
  unit: string;
  name: string;
  form: string;
  title: string;
  period: string;
  due: string;
  state: ReportState;
  late: Timeliness;
  version: number;
  /** Of the draft; what is saved names the revision it was begun on. */
  revision: number;
  saved: SavedDraft | null;
  lines: ReportLine[];
  steps: Step[];
}

export interface DraftCell {
  series: string;
  value: number | null;
  reason?: string;
}

/** What stood on the screen when something was typed: nothing newer is overwritten. */
export interface Seen {
  version: number;
  revision: number;
}

export interface ReportEntry {
  unit: string;
  name: string;
  /** The unit is asked for this form; otherwise it reported without being asked. */
  expected: boolean;
  state: ReportState;
  late: Timeliness;
  due: string;
  received: string | null;
  version: number;
  figures: number;
}

export type ReportCounts = Record<ReportState | 'overdue' | 'late', number>;

export interface ReportList {
  reports: ReportEntry[];
  counts: ReportCounts;
  next: string | null;
}

/** Where a report stands after something was done with it. */
export interface Stands {
  state: ReportState;
  version: number;
  step: number;
}

export interface ReportKey {
  unit: string;
  period: string;
  form: string;
}

const path = ({ unit, period }: Pick<ReportKey, 'unit' | 'period'>) =>
  `/api/reports/${encodeURIComponent(unit)}/${encodeURIComponent(period)}`;

/** Why the report came back the last time, while it is still to be mended. */
export const why_returned = ({ state, steps }: Report): string =>
  state === 'returned' ? (steps.filter((step) => step.kind === 'returned').at(-1)?.note ?? '') : '';

export const obligations_of = (unit: string) =>
  ask<{ obligations: Obligation[] }>('/api/obligations', { unit });
export const reports_of = (question: {
  unit: string;
  form: string;
  period: string;
  state?: string | undefined;
  only?: 'overdue' | undefined;
  limit?: number;
  after?: string;
}) => ask<ReportList>('/api/reports', question);
export const report_of = (key: ReportKey) => ask<Report>(path(key), { form: key.form });
export const report_address = (key: ReportKey) => `${path(key)}?form=${encodeURIComponent(key.form)}`;
export const frozen_address = (key: ReportKey) => `${path(key)}/frozen`;

export const save_draft = (key: ReportKey, { version, revision }: Seen, cells: DraftCell[]) =>
  send<{ revision: number }>('PUT', `${path(key)}/draft`, { form: key.form, version, revision, cells });
export const send_report = (key: ReportKey, revision: number, idempotency: string) =>
  send<Stands & { unchanged: boolean }>('POST', `${path(key)}/send`, { revision }, idempotency);

export const return_report = (key: ReportKey, version: number, reason: string, cells: string[]) =>
  send<Stands>('POST', `${path(key)}/return`, { version, reason, cells });
export const accept_report = (key: ReportKey, version: number) =>
  send<Stands>('POST', `${path(key)}/accept`, { version });
export const send_on = (key: ReportKey, version: number) =>
  send<Stands & { expected: number; received: number; silent: string[] }>('POST', `${path(key)}/send-on`, {
    form: key.form,
    version,
  });
export const sign_report = (key: ReportKey, version: number) =>
  send<Stands & { digest: string }>('POST', `${path(key)}/sign`, { form: key.form, version });
export const reopen_report = (key: ReportKey, version: number, reason: string) =>
  send<Stands>('POST', `${path(key)}/reopen`, { version, reason });

export const extend_deadline = (key: ReportKey, due: string, reason: string) =>
  send<object>('POST', '/api/deadlines', { ...key, due, reason });
/** `lately` were asked within a day before, and are left in peace. */
export const remind_late = (key: ReportKey) =>
  send<{ reminded: number; lately: number; units: string[] }>('POST', '/api/reminders', key);
