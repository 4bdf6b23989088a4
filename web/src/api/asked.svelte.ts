// A question of a screen, asked anew whenever what it depends on changes.
import { Away, Problem } from './problem';

/** The last answer stays while the next one is on its way, so that nothing on the page jumps. */
export class Asked<Answer> {
  value = $state.raw<Answer | undefined>();
  problem = $state.raw<Problem | undefined>();
  waiting = $state(true);
  #asked = 0;
  readonly #question: () => Promise<Answer>;

  constructor(question: () => Promise<Answer>) {
    this.#question = question;
  }

  async again(): Promise<void> {
    const number = ++this.#asked;
    this.waiting = true;
    try {
      const value = await this.#question();
      if (number !== this.#asked) return;
      this.value = value;
      this.problem = undefined;
    } catch (error) {
      if (number !== this.#asked) return;
      this.problem = problem_from(error);
    } finally {
      if (number === this.#asked) this.waiting = false;
    }
  }
}

/** To be called while a component is made: what `question` reads before it waits is what it depends on. */
export function asked<Answer>(question: () => Promise<Answer>): Asked<Answer> {
  const result = new Asked(question);
  $effect(() => {
    void result.again();
  });
  return result;
}

/** A refusal as it is; anything else is a fault of ours and is not hidden. */
export function problem_from(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

/** What is asked for; nothing if it is refused with one of these codes. */
export async function unless<Answer>(
  codes: string[],
  question: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await question();
  } catch (error) {
    const problem = problem_from(error);
    if (codes.includes(problem.code)) return undefined;
    throw problem;
  }
}

export const is_away = (problem: Problem | undefined): boolean => problem instanceof Away;
