// How the mock answers: JSON, or a problem as the server words it.
import type { DraftCell } from '../../src/api/reports';
import type { Office, Role } from '../../src/api/session';
import type { UnitEvent } from '../../src/api/units';

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly params: Record<string, string> = {},
    readonly causes: { code: string; detail: string; params: object; place?: { cell: string } }[] = [],
  ) {
    super(detail);
  }

  body() {
    return {
      type: `urn:nucong:error:${this.code}`,
      title: this.code,
      status: this.status,
      detail: this.message,
      code: this.code,
      params: this.params,
      ...(this.causes.length > 0 ? { causes: this.causes } : {}),
    };
  }
}

/** What writes may hold; each route reads its own fields. */
export interface Body {
  unit: string;
  /** Steps about a report do not name it: a unit has one report a period. */
  form?: string;
  revision: number;
  version: number;
  reason: string;
  /** Figures of a draft; of what is returned, only their series. */
  cells: (DraftCell & string)[];
  old: string;
  text: string;
  events: UnitEvent[];
  name: string;
  person: string;
  offices: Office[];
  account: number;
  receiver: number;
  role: Role;
  day: string;
}

export interface Asked {
  method: string;
  path: string[];
  query: URLSearchParams;
  body: Body;
  raw: Buffer;
  account: number;
}
