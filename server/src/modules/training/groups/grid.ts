export interface GridAxis {
  /** Of a hyper-parameter, or `seed`. */
  key: string;
  values: readonly unknown[];
}

/** Every combination of the values, the last axis changing fastest; a value that is given twice counts once. */
export function gridPoints(axes: readonly GridAxis[]): Record<string, unknown>[] {
  return axes.reduce<Record<string, unknown>[]>(
    (points, { key, values }) => {
      const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
      return points.flatMap((point) => distinct.map((value) => ({ ...point, [key]: value })));
    },
    axes.length === 0 ? [] : [{}],
  );
}
