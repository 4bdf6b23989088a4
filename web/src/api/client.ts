// The one way to the server. Every answer has a type in this folder; every refusal is thrown as a `Problem`.
import { Away, Problem, problem_of } from './problem';

export type Params = Record<string, string | number | undefined>;
type Method = 'POST' | 'PUT' | 'DELETE';

let told_today: string | undefined;

/** The number of the last act that this page has seen: `Nucong-Sequence` of an answer, or an event's. */
let seen_sequence = 0;

/** Whatever is asked from now on is answered from what holds that act, by whichever server it comes to. */
export function saw(sequence: number): void {
  if (sequence > seen_sequence) seen_sequence = sequence;
}

/** The server's day, as 2026-11-22; before the first answer this device's, whose clock may be wrong. */
export function today(): string {
  if (told_today) return told_today;
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A key for one act. Made of plain random bytes: `randomUUID` is kept from pages that are not encrypted. */
export const fresh_key = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

interface Settings {
  /** The language in which the server words titles and refusals. */
  language: () => string;
  /** Resolves once somebody is signed in again; what was refused is then asked a second time. */
  sign_in_again: () => Promise<void>;
}

let settings: Settings = { language: () => 'vi', sign_in_again: () => Promise.reject(new Away()) };

export function use_settings(given: Settings): void {
  settings = given;
}

/** `path` with the params that have a value, in their order. */
export function address(path: string, params: Params = {}): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `${path}?${query}` : path;
}

/** Asks. Errors: what the server refuses; `network.away`. */
export async function ask<Answer>(path: string, params: Params = {}): Promise<Answer> {
  return answer_of<Answer>(() => request(address(path, params), { method: 'GET' }));
}

/** Writes. The same `key` twice is one act, so an attempt whose answer was lost may be repeated. */
export async function send<Answer>(
  method: Method,
  path: string,
  body: unknown = {},
  key?: string,
): Promise<Answer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (key) headers['Idempotency-Key'] = key;
  return answer_of<Answer>(() => request(path, { method, headers, body: JSON.stringify(body) }));
}

/** Hands a file over as it is. */
export async function send_file<Answer>(path: string, file: File): Promise<Answer> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return answer_of<Answer>(() =>
    request(address(path, { file: file.name }), { method: 'POST', headers, body: file }),
  );
}

async function answer_of<Answer>(attempt: () => Promise<Response>): Promise<Answer> {
  let response = await attempt();
  if (response.status === 401 && (await ended(response))) {
    await settings.sign_in_again();
    response = await attempt();
  }
  if (!response.ok) throw await problem_of(response);
  const answer = await json_of<Answer & { meta?: { today?: string } }>(response);
  told_today = answer.meta?.today ?? told_today;
  return answer;
}

/** What is no JSON is not the server's: the page of a hotel's wifi, say, that asks to sign in there first. */
async function json_of<Answer>(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new Away();
  }
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const seen: Record<string, string> = seen_sequence > 0 ? { 'Nucong-Sequence': String(seen_sequence) } : {};
  const headers = {
    Accept: 'application/json',
    'Accept-Language': settings.language(),
    ...seen,
    ...init.headers,
  };
  try {
    const response = await fetch(path, { ...init, headers, credentials: 'same-origin' });
    saw(Number(response.headers.get('Nucong-Sequence') ?? 0));
    return response;
  } catch {
    throw new Away();
  }
}

async function ended(response: Response): Promise<boolean> {
  const problem = await problem_of(response.clone());
  return problem instanceof Problem && problem.code === 'session.ended';
}
