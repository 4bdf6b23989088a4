// Answers that are kept so that an officer can read and fill in her forms without a network.
import { ask } from '../api/client';
import { problem_from } from '../api/asked.svelte';
import type { Me } from '../api/session';
import { database } from './database';

export interface Kept<Answer> {
  answer: Answer;
  /** When it was fetched, if it is not fresh. */
  kept_at: string | null;
}

export async function keep_me(me: Me | undefined): Promise<void> {
  const db = await database();
  await (me ? db.put('me', me, 'me') : db.delete('me', 'me'));
}

export async function kept_me(): Promise<Me | undefined> {
  return (await database()).get('me', 'me');
}

export async function keep_answer(account: number, path: string, answer: unknown): Promise<void> {
  await (await database()).put('answers', { account, path, at: new Date().toISOString(), answer });
}

/** What was only read does not stay behind for whoever uses the device next. */
export async function forget_answers(): Promise<void> {
  await (await database()).clear('answers');
}

/** Asks the server; without a network answers what was kept for this account. Errors: as `ask`. */
export async function ask_or_kept<Answer>(account: number, path: string): Promise<Kept<Answer>> {
  try {
    const answer = await ask<Answer>(path);
    await keep_answer(account, path, answer);
    return { answer, kept_at: null };
  } catch (error) {
    const problem = problem_from(error);
    const kept =
      problem.code === 'network.away' && (await (await database()).get('answers', [account, path]));
    if (!kept) throw problem;
    return { answer: kept.answer as Answer, kept_at: kept.at };
  }
}
