// What somebody filled in about a reorganisation, as the events that the server records.
import type { EventKind, Named, UnitEvent } from '../api/units';

export interface Plan {
  event: EventKind;
  /** The units it happens to: several may merge into one, for all others it is one. */
  units: Named[];
  /** The receiver of a merger, the successors of a split. */
  into: Named[];
  /** Percent of the past that each successor receives, as typed; empty if not known. */
  shares: Record<string, string>;
  parent: Named | undefined;
  name: string;
  code: string;
  kind: string;
  date: string;
  decision: string;
}

export const empty_plan = (): Plan => ({
  event: 'merge',
  units: [],
  into: [],
  shares: {},
  parent: undefined,
  name: '',
  code: '',
  kind: 'grassroots',
  date: '',
  decision: '',
});

/** Which fields an event of this kind needs besides its day. */
export const needs: Record<
  EventKind,
  { many?: true; into?: 'one' | 'many'; parent?: true; name?: true; code?: true }
> = {
  merge: { many: true, into: 'one' },
  split: { into: 'many' },
  move: { many: true, parent: true },
  rename: { name: true },
  found: { parent: true, name: true, code: true },
  close: { many: true },
};

export function complete(plan: Plan): boolean {
  const need = needs[plan.event];
  return (
    plan.date !== '' &&
    (need.code ? plan.code.trim() !== '' : plan.units.length > 0) &&
    (need.into !== 'one' || plan.into.length === 1) &&
    (need.into !== 'many' || plan.into.length > 1) &&
    (!need.parent || plan.parent !== undefined) &&
    (!need.name || plan.name.trim() !== '')
  );
}

function share_of(text: string | undefined): { share?: number } {
  const percent = Number((text ?? '').trim().replace(',', '.'));
  return text?.trim() && Number.isFinite(percent) ? { share: percent / 100 } : {};
}

export function events_of(plan: Plan): UnitEvent[] {
  const { event, date } = plan;
  const decision = plan.decision.trim() ? { decision: plan.decision.trim() } : {};
  const common = { date, event, ...decision };
  const parent = plan.parent ? { parent: plan.parent.code } : {};
  if (event === 'found') {
    return [{ ...common, ...parent, unit: plan.code.trim(), name: plan.name.trim(), kind: plan.kind }];
  }
  return plan.units.flatMap(({ code }): UnitEvent[] => {
    if (event === 'rename') return [{ ...common, unit: code, name: plan.name.trim() }];
    if (event === 'move') return [{ ...common, ...parent, unit: code }];
    if (event === 'close') return [{ ...common, unit: code }];
    return plan.into.map((heir) => ({
      ...common,
      unit: code,
      into: heir.code,
      ...(event === 'split' ? share_of(plan.shares[heir.code]) : {}),
    }));
  });
}
