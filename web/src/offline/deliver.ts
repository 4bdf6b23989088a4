// Brings one draft from the device to the server, joining it with what somebody else saved meanwhile.
import { problem_from } from '../api/asked.svelte';
import type { Problem } from '../api/problem';
import { report_of, save_draft, type DraftCell, type Report } from '../api/reports';
import type { KeptDraft } from './database';
import { merge, type Clash } from './merge';

export interface Clashes {
  by: string;
  at: string;
  clashes: Clash[];
}

/** `draft` is what stands on the server now, or would after the choice that a clash asks for. */
export type Delivery =
  | { kind: 'saved'; draft: KeptDraft }
  | { kind: 'away' }
  | { kind: 'clash'; draft: KeptDraft; clashes: Clashes; problem: Problem }
  | { kind: 'refused'; problem: Problem };

/** What stands on the server: the draft, or where there is none the version that was sent. */
export function cells_of(report: Report): DraftCell[] {
  return report.lines
    .filter((line) => line.role === 'entry')
    .map((line) => ({
      series: line.series,
      value: line.value,
      ...(line.reason ? { reason: line.reason } : {}),
    }));
}

export async function deliver(draft: KeptDraft): Promise<Delivery> {
  try {
    const { revision } = await save_draft(draft.key, draft.seen, draft.cells);
    return { kind: 'saved', draft: { ...draft, seen: { ...draft.seen, revision }, base: draft.cells } };
  } catch (error) {
    const problem = problem_from(error);
    if (problem.code === 'network.away') return { kind: 'away' };
    return problem.code === 'draft.changed' ? meet(draft, problem) : { kind: 'refused', problem };
  }
}

async function meet(draft: KeptDraft, problem: Problem): Promise<Delivery> {
  let theirs: Report;
  try {
    theirs = await report_of(draft.key);
  } catch (error) {
    const away = problem_from(error).code === 'network.away';
    return away ? { kind: 'away' } : { kind: 'refused', problem: problem_from(error) };
  }
  const base = cells_of(theirs);
  const { cells, clashes } = merge(draft.base, draft.cells, base);
  const { version, revision } = theirs;
  const joined = { ...draft, seen: { version, revision }, base, cells };
  if (clashes.length === 0) return deliver(joined);
  const { by = '', at = '' } = problem.params;
  return { kind: 'clash', draft: joined, clashes: { by, at, clashes }, problem };
}
