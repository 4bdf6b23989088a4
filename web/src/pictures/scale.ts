// Numbers as places on a picture.

/** Round steps below and above all values, so that an axis has few and plain numbers on it. */
export function axis(least: number, most: number, wanted = 4): number[] {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  // Counted in whole steps: adding 0.1 again and again would not meet 1.
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

export const place_on = (from: [number, number], to: [number, number]) => (value: number) =>
  to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0]);

export interface Range {
  from: number;
  to: number;
  count: number;
}

/** How many values lie in each of the axis's steps; the last step holds its end. */
export function ranges(values: number[], wanted = 8): Range[] {
  if (values.length === 0) return [];
  const edges = axis(Math.min(...values), Math.max(...values), wanted);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? from;
    const last = index === edges.length - 2;
    const count = values.filter((value) => value >= from && (value < to || (last && value === to))).length;
    return { from, to, count };
  });
}
