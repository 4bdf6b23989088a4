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

/** A unit as it is chosen. */
export type Named = Pick<UnitEntry, 'code' | 'name'>;

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

/** A unit on one side of a reorganisation. */
export interface Side {
  name: string;
  parent: string;
  units_below: number;
}

export interface Rehearsal {
  events: number;
  founded: number;
  ended: number;
  standing_before: number;
  standing_after: number;
  /** `offices` counts those whose holders are touched; a side is null where the unit does not stand. */
  changes: { unit: string; before: Side | null; after: Side | null; offices: number }[];
}

export const find_units = (question: { q?: string; unit?: string; limit?: number; after?: string }) =>
  ask<{ units: UnitEntry[]; next: string | null }>('/api/units', question);
export const unit_of = (code: string) => ask<Unit>(`/api/units/${encodeURIComponent(code)}`);
export const children_of = (code: string) =>
  ask<{ units: UnitEntry[] }>(`/api/units/${encodeURIComponent(code)}/children`);

export const rehearse_events = (events: UnitEvent[]) =>
  send<Rehearsal>('POST', '/api/unit-events/rehearsal', { events });
export const record_events = (events: UnitEvent[], key: string) =>
  send<{ events: number }>('POST', '/api/unit-events', { events }, key);
export const undo_events = () => send<{ events: number }>('POST', '/api/unit-events/undo');
