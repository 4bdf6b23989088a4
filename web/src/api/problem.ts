// An answer that refuses, as the server words it (RFC 9457, docs/formats/http.md), or the want of any answer.

export interface Place {
  file?: string;
  line?: number;
  /** The field at fault: a series of a report, a column of an event, a param. */
  cell?: string;
}

export interface Fault {
  code: string;
  detail: string;
  params: Record<string, string>;
  place?: Place;
}

interface ProblemBody extends Fault {
  title: string;
  status: number;
  causes?: Fault[];
}

/** Callers branch on `code`, which never changes; `detail` is for the reader, in her language. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, string>;
  readonly place: Place | undefined;
  readonly causes: Fault[];

  constructor(body: ProblemBody) {
    super(body.detail || body.title);
    this.code = body.code;
    this.status = body.status;
    this.params = body.params;
    this.place = body.place;
    this.causes = body.causes ?? [];
  }

  /** All that is to be mended: the causes, or the problem itself where it has none. */
  faults(): Fault[] {
    if (this.causes.length > 0) return this.causes;
    const self = { code: this.code, detail: this.message, params: this.params };
    return [this.place ? { ...self, place: this.place } : self];
  }
}

/** There was no answer at all: no network, or the server is away. What was asked may be asked again later. */
export class Away extends Problem {
  constructor() {
    super({ code: 'network.away', title: '', detail: '', status: 0, params: {} });
  }
}

/** What stands before the server says so when it cannot reach it. */
const from_the_gate = [502, 503, 504];

export async function problem_of(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
  if (!body.code && from_the_gate.includes(response.status)) return new Away();
  return new Problem({
    code: body.code ?? `http.${response.status}`,
    title: body.title ?? '',
    detail: body.detail ?? '',
    status: response.status,
    params: body.params ?? {},
    ...(body.place ? { place: body.place } : {}),
    ...(body.causes ? { causes: body.causes } : {}),
  });
}
