// Opens a report for the pages on which it is filled in and checked. Both work on the same boxes, and what
// is typed outlives going from one to the other.
import { report_address, type Report, type ReportKey } from '../api/reports';
import { report_name } from '../offline/database';
import { ask_or_kept } from '../offline/keep';
import { outbox } from '../offline/outbox.svelte';
import { session } from '../session/session.svelte';
import { ReportWork } from './report_work.svelte';

export interface OpenReport {
  work: ReportWork;
  /** When the report was fetched, if there is no network. */
  kept_at: string | null;
}

let open: OpenReport | undefined;

export async function open_report(key: ReportKey): Promise<OpenReport> {
  if (open && report_name(open.work.key) === report_name(key) && outbox.open_report === report_name(key)) {
    return open;
  }
  const account = session.me?.account ?? 0;
  const { answer, kept_at } = await ask_or_kept<Report>(account, report_address(key));
  open = { work: new ReportWork(answer, await outbox.draft_of(key)), kept_at };
  return open;
}

/** To be called when the reader leaves the report, not when she goes to check it. */
export function leave_report(): void {
  open?.work.close();
  open = undefined;
}
