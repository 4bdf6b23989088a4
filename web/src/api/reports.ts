import { ask, send } from './client';

/** How far a report has come; whether it is late is told beside it. */
export type ReportState = 'none' | 'draft' | 'sent' | 'returned' | 'accepted' | 'signed';

export interface Obligation {
  form: string;
  title: string;
  period: string;
  due: string;
  state: ReportState;
  late: boolean;
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
  last: number | null;
  last_year: number | null;
  current: number | null;
  draft: number | null;
  reason: string | null;
  /** Why the unit above gave this figure back. */
  returned: string | null;
  addends?: string[];
}

export interface Step {
  number: number;
  kind: 'returned' | 'accepted' | 'sent_on' | 'signed' | 'reopened';
  version: number;
  person: string;
  at: string;
  note: string | null;
  cells: string[];
}

export interface Report {
  unit: string;
  name: string;
  form: string;
  title: string;
  period: string;
  due: string;
  state: ReportState;
  late: boolean;
  version: number;
  /** Of the draft; what is saved names the revision it was begun on. */
  revision: number;
  lines: ReportLine[];
  steps: Step[];
}

export interface DraftCell {
  series: string;
  value: number | null;
  reason?: string;
}

export interface ReportEntry {
  unit: string;
  name: string;
  state: ReportState;
  late: boolean;
  version: number;
  received: string | null;
  figures: number;
}

export type ReportCounts = Record<Exclude<ReportState, 'draft'>, number> & { draft?: number; late: number };

export interface ReportList {
  reports: ReportEntry[];
  counts: ReportCounts;
  next: string | null;
}

export interface ReportKey {
  unit: string;
  period: string;
  form: string;
}

const path = ({ unit, period }: Pick<ReportKey, 'unit' | 'period'>) =>
  `/api/reports/${encodeURIComponent(unit)}/${encodeURIComponent(period)}`;

export const obligations_of = (unit: string) =>
  ask<{ obligations: Obligation[] }>('/api/obligations', { unit });
export const reports_of = (question: {
  unit: string;
  form: string;
  period: string;
  state?: string;
  limit?: number;
  after?: string;
}) => ask<ReportList>('/api/reports', question);
export const report_of = (key: ReportKey) => ask<Report>(path(key), { form: key.form });
export const report_address = (key: ReportKey) => `${path(key)}?form=${encodeURIComponent(key.form)}`;
export const frozen_address = (key: ReportKey) => `${path(key)}/frozen`;

export const save_draft = (key: ReportKey, revision: number, cells: DraftCell[]) =>
  send<{ revision: number }>('PUT', `${path(key)}/draft`, { form: key.form, revision, cells });
export const send_report = (key: ReportKey, revision: number, idempotency: string) =>
  send<{ version: number; sequence: number }>(
    'POST',
    `${path(key)}/send`,
    { form: key.form, revision },
    idempotency,
  );

export const return_report = (key: ReportKey, version: number, reason: string, cells: string[]) =>
  send<undefined>('POST', `${path(key)}/return`, { version, reason, cells });
export const accept_report = (key: ReportKey, version: number) =>
  send<undefined>('POST', `${path(key)}/accept`, { version });
export const send_on = (key: ReportKey, note?: string) =>
  send<undefined>('POST', `${path(key)}/send-on`, note ? { note } : {});
export const sign_report = (key: ReportKey, version: number) =>
  send<{ hash: string }>('POST', `${path(key)}/sign`, { version });
export const reopen_report = (key: ReportKey, reason: string) =>
  send<undefined>('POST', `${path(key)}/reopen`, { reason });

export const extend_deadline = (key: ReportKey, due: string, reason: string) =>
  send<undefined>('POST', '/api/deadlines', { ...key, due, reason });
export const remind_late = (key: ReportKey) => send<{ reminded: number }>('POST', '/api/reminders', key);
