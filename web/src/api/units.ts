import { ask, send } from './client';

export interface UnitEntry {
  code: string;
  name: string;
  kind: string;
  parent: string | null;
  level: number;
  units_below: number;
  from: string;
}

export interface Phase {
  from: string;
  name: string;
  kind: string;
  parent: string | null;
}

export interface Unit {
  code: string;
  name: string;
  kind: string;
  stands: boolean;
  founded: string;
  ended: string | null;
  /** The units above, the highest first; absent where the unit does not stand. */
  path?: { code: string; name: string }[];
  children?: number;
  units_below?: number;
  phases: Phase[];
  handovers: { date: string; heirs: { unit: string; share: number | null }[] }[];
}

export type EventKind = 'found' | 'rename' | 'move' | 'merge' | 'split' | 'close';

/** One decision about one unit; a split has one of it for each successor. Fields not used stay away. */
export interface UnitEvent {
  date: string;
  event: EventKind;
  unit: string;
  into?: string;
  parent?: string;
  name?: string;
  share?: number;
  decision?: string;
  kind?: string;
}

export interface RecordedEvents {
  events: number;
  founded: number;
  ended: number;
  standing: number;
  moved_figures?: number;
}

export const find_units = (question: { q?: string; unit?: string; limit?: number; after?: string }) =>
  ask<{ units: UnitEntry[]; next: string | null }>('/api/units', question);
export const unit_of = (code: string) => ask<Unit>(`/api/units/${encodeURIComponent(code)}`);
export const children_of = (code: string) =>
  ask<{ units: UnitEntry[] }>(`/api/units/${encodeURIComponent(code)}/children`);

export const rehearse_events = (events: UnitEvent[]) =>
  send<RecordedEvents>('POST', '/api/units/events?rehearse=1', { events });
export const record_events = (events: UnitEvent[], key: string) =>
  send<RecordedEvents>('POST', '/api/units/events', { events }, key);
export const undo_events = () => send<{ events: number }>('POST', '/api/units/undo');
