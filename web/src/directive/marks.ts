// Cuts a text where its targets begin and end. The server counts bytes of UTF-8, the browser characters.
import type { ReadTarget } from '../api/directives';

export interface Segment {
  text: string;
  /** The target that this part says, if any. */
  number: number | null;
}

/** `targets` in the order of the text; their numbers count from 1. */
export function segments(text: string, targets: Pick<ReadTarget, 'begin' | 'end'>[]): Segment[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const part = (begin: number, end: number) => decoder.decode(bytes.subarray(begin, end));
  const result: Segment[] = [];
  let at = 0;
  for (const [index, { begin, end }] of targets.entries()) {
    // Two targets of one sentence: the second begins where the first has ended, or has no part of its own.
    const from = Math.max(begin, at);
    if (from >= end) continue;
    if (from > at) result.push({ text: part(at, from), number: null });
    result.push({ text: part(from, end), number: index + 1 });
    at = end;
  }
  if (at < bytes.length) result.push({ text: part(at, bytes.length), number: null });
  return result;
}
