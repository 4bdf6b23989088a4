// How the mock answers: JSON, or a problem as the server words it.

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

export interface Asked {
  method: string;
  path: string[];
  query: URLSearchParams;
  /** JSON as it came; each route says what it expects of it. */
  body: Record<string, never>;
  raw: Buffer;
  account: number;
}
