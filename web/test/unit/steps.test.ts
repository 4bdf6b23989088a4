// @vitest-environment node
// What the README tells of steps is what the walks count.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import { tasks } from '../walks/steps';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const rows = readme
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([, name, allowed, taken]) => ({ name, allowed: Number(allowed), taken: Number(taken) }));

test.each(Object.values(tasks))('$name stands in the README as it is counted', (task) => {
  expect(rows).toContainEqual(task);
});
