// How a target's status and a report's state are shown: always sign, word and colour together.
import type { Status } from '../api/figures';
import type { ReportState, Timeliness } from '../api/reports';
import { state, status } from '../words/controls';
import type { Text } from '../words/language.svelte';
import type { SignName } from './signs';

export type Tone = 'met' | 'on-track' | 'behind' | 'missed' | 'idle';

export interface Mark {
  word: Text;
  sign: SignName;
  tone: Tone;
}

export const status_marks: Record<Status, Mark> = {
  met: { word: status.met, sign: 'tick', tone: 'met' },
  on_track: { word: status.on_track, sign: 'ahead', tone: 'on-track' },
  behind: { word: status.behind, sign: 'bang', tone: 'behind' },
  missed: { word: status.missed, sign: 'cross', tone: 'missed' },
  no_data: { word: status.no_data, sign: 'unknown', tone: 'idle' },
  not_bound: { word: status.not_bound, sign: 'dash', tone: 'idle' },
  not_given: { word: status.not_given, sign: 'dash', tone: 'idle' },
  not_divided: { word: status.not_divided, sign: 'dash', tone: 'idle' },
};

const state_marks: Record<ReportState, Mark> = {
  none: { word: state.none, sign: 'dash', tone: 'idle' },
  draft: { word: state.draft, sign: 'pen', tone: 'idle' },
  sent: { word: state.sent, sign: 'ahead', tone: 'on-track' },
  returned: { word: state.returned, sign: 'back', tone: 'behind' },
  accepted: { word: state.accepted, sign: 'tick', tone: 'met' },
  signed: { word: state.signed, sign: 'lock', tone: 'met' },
};

const overdue_mark: Mark = { word: state.overdue, sign: 'clock', tone: 'missed' };

const not_due_mark: Mark = { word: state.not_due, sign: 'dash', tone: 'idle' };

/**
 * Being overdue matters more than that nothing, or only a draft, is there. Before it is due nothing is
 * missing.
 */
export function state_mark(of: ReportState, late: Timeliness): Mark {
  if (late === 'overdue') return overdue_mark;
  return of === 'none' && late === 'open' ? not_due_mark : state_marks[of];
}

export const late_mark: Mark = { word: state.sent_late, sign: 'clock', tone: 'behind' };
export const waiting_mark: Mark = { word: state.waiting, sign: 'away', tone: 'behind' };
