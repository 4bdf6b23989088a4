// What happens, as it happens (server-sent events).

export interface Act {
  sequence: number;
  kind: string;
  day: string;
  reports?: number;
  periods?: string[];
  units?: string[];
}

/**
 * Tells of each act below `unit`, and `undefined` where acts may have been missed and all is to be read anew.
 * The browser connects again by itself. Answers what ends the listening.
 */
export function listen(unit: string, tell: (act: Act | undefined) => void): () => void {
  const stream = new EventSource(`/api/events?unit=${encodeURIComponent(unit)}`);
  stream.addEventListener('act', (event) => tell(JSON.parse(event.data as string) as Act));
  stream.addEventListener('reset', () => tell(undefined));
  return () => stream.close();
}
