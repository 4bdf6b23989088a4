// What happens, as it happens (server-sent events).
import { saw } from './client';

/** Something that was kept: reports sent, a step on one report, units reorganised. */
export interface Act {
  sequence: number;
  kind: string;
  day: string;
  reports?: number;
  periods?: string[];
  units?: string[];
  /** Of a step on one report: which report, and what was done. */
  unit?: string;
  period?: string;
  step?: string;
}

/**
 * Tells of each act below `unit`, and `undefined` where acts may have been missed and all is to be read anew.
 * The browser connects again by itself, also when the server ends the stream to ask who listens. Answers what
 * ends the listening.
 */
export function listen(unit: string, tell: (act: Act | undefined) => void): () => void {
  const stream = new EventSource(`/api/events?unit=${encodeURIComponent(unit)}`);
  stream.addEventListener('act', (event) => {
    const act = JSON.parse(event.data as string) as Act;
    saw(act.sequence);
    tell(act);
  });
  stream.addEventListener('reset', (event) => {
    saw((JSON.parse(event.data as string) as { sequence: number }).sequence);
    tell(undefined);
  });
  return () => stream.close();
}
