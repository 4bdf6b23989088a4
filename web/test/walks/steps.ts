// The tasks of which steps are counted: how many they may take, how many they take. A step is one screen or one
// deliberate tap after the application stands open, signed in; typing is none.
import { expect } from 'vitest';

interface Task {
  name: string;
  /** As the design of the screens allows. */
  allowed: number;
  taken: number;
}

export const tasks = {
  report: { name: 'Nộp báo cáo kỳ', allowed: 3, taken: 3 },
  hand_down: { name: 'Giao chỉ tiêu từ văn bản, cho cả nhánh', allowed: 4, taken: 4 },
  remind: { name: 'Nhắc tất cả đơn vị chưa nộp', allowed: 2, taken: 2 },
  accept: { name: 'Xem, so và duyệt một báo cáo', allowed: 3, taken: 2 },
  give_back: { name: 'Trả lại một ô với lý do', allowed: 3, taken: 3 },
  understand: { name: 'Hiểu tình hình', allowed: 0, taken: 0 },
  why: { name: 'Hỏi “vì sao con số này?”, đến đơn vị đã báo cáo', allowed: 3, taken: 3 },
  sign: { name: 'Ký, từ “Cần anh/chị quyết”', allowed: 2, taken: 2 },
  hand_over: { name: 'Đổi người phụ trách', allowed: 3, taken: 2 },
  merge: { name: 'Sáp nhập đơn vị', allowed: 4, taken: 4 },
} satisfies Record<string, Task>;

/** Counts the taps of one task. */
export class Steps {
  taken = 0;
  readonly #task: Task;

  constructor(task: keyof typeof tasks) {
    this.#task = tasks[task];
  }

  async tap(on: { click: () => Promise<void> }): Promise<void> {
    this.taken += 1;
    await on.click();
  }

  async tick(on: { check: () => Promise<void> }): Promise<void> {
    this.taken += 1;
    await on.check();
  }

  /** The task is done: in as many steps as are told of it, and no more than it may take. */
  done(): void {
    expect(this.taken, this.#task.name).toBe(this.#task.taken);
    expect(this.taken, this.#task.name).toBeLessThanOrEqual(this.#task.allowed);
  }
}
