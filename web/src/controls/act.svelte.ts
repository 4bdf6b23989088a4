// One act of a button: it cannot be done twice while it runs, and what is refused is kept for the screen.
import { problem_from } from '../api/asked.svelte';
import type { Problem } from '../api/problem';

export class Act {
  running = $state(false);
  problem = $state.raw<Problem | undefined>();

  /** Runs `deed`; answers whether it was done. */
  async run(deed: () => Promise<unknown>): Promise<boolean> {
    if (this.running) return false;
    this.running = true;
    this.problem = undefined;
    try {
      await deed();
      return true;
    } catch (error) {
      this.problem = problem_from(error);
      return false;
    } finally {
      this.running = false;
    }
  }
}
