import { useState } from 'react';
import type { TrainingSet } from '../../corpus/sets/training-set.js';
import { type AxisText, type GridAxis, maxRuns, readGrid } from '../grid.js';
import { defaultSeed, type HyperTexts, hyperTexts, readHyper, readSeed } from '../hyper-parameters.js';
import type { BaseChoice, TrainingExecutor, TrainingMethod, TrainingOptions, TrainingPreset } from '../training-options.js';

/** What a training is started with, as far as it is known beforehand: all of an earlier one, or only the set. */
export interface StartSettings {
  trainingSet?: string | undefined;
  method?: string;
  preset?: string | null;
  baseModel?: string | null;
  executor?: string;
  device?: string;
  variants?: string[];
  seed?: number;
  hyperParameters?: Record<string, unknown>;
}

export interface Order {
  set: TrainingSet;
  method: TrainingMethod;
  preset: TrainingPreset | undefined;
  executor: TrainingExecutor | undefined;
  /** Those that the method can start from. */
  bases: BaseChoice[];
  /** Empty for none. */
  base: string;
  device: string;
  devices: string[];
  variants: string[];
  usual: Record<string, unknown>;
  texts: HyperTexts;
  bad: string[];
  seedText: string;
  seed: number | null;
  setTexts: (texts: HyperTexts) => void;
  setSeedText: (text: string) => void;
  /** Settings of which several values are tried. */
  axes: AxisText[];
  setAxes: (axes: AxisText[]) => void;
  badAxes: string[];
  grid: GridAxis[];
  /** Trainings that are started: one, or one for each combination. */
  runs: number;
  choose: (change: Partial<Choice>) => void;
  /** Variables of the estimate; null while a field cannot be taken. */
  estimate: Record<string, unknown> | null;
  /** Input of the start; null while a field cannot be taken. */
  input: Record<string, unknown> | null;
}

interface Choice {
  set: string | undefined;
  method: string;
  preset: string | undefined;
  executor: string | undefined;
  /** Undefined: the encoder that ships. Null: none. */
  base: string | null | undefined;
  device: string | undefined;
  variants: string[];
}

/** What is chosen in the dialog, each choice falling back to the first that the method offers. */
export function useOrder(sets: readonly TrainingSet[], { trainingMethods, baseModels }: TrainingOptions, trainingExecutors: readonly TrainingExecutor[], settings: StartSettings): Order {
  const [choice, setChoice] = useState<Choice>({
    set: settings.trainingSet,
    method: settings.method ?? 'head',
    preset: settings.preset ?? undefined,
    executor: settings.executor,
    base: settings.baseModel,
    device: settings.device,
    variants: settings.variants ?? [],
  });
  const [texts, setTexts] = useState<HyperTexts>(hyperTexts(settings.hyperParameters ?? {}));
  const [axes, setAxes] = useState<AxisText[]>([]);
  const [seedText, setSeedText] = useState(String(settings.seed ?? defaultSeed));

  const set = sets.find(({ id }) => id === choice.set) ?? sets[0]!;
  const method = trainingMethods.find(({ key }) => key === choice.method) ?? trainingMethods[0]!;
  const preset = method.presets.find(({ key }) => key === choice.preset) ?? method.presets[0];
  const executors = trainingExecutors.filter(({ key }) => method.executors.includes(key));
  const executor = executors.find(({ key }) => key === choice.executor) ?? executors[0];
  const bases = method.base === 'none' ? [] : baseModels.items.filter((base) => base.methods.includes(method.key) && base.deletedAt === null);
  const fallback = (bases.find(({ source }) => source === 'shipped') ?? bases[0])?.id ?? '';
  const base = choice.base === null ? '' : bases.some(({ id }) => id === choice.base) ? choice.base! : fallback;
  const devices = method.devices.filter((device) => !executor || executor.devices.includes(device));
  const device = [choice.device, preset?.device, 'auto'].find((one) => one && devices.includes(one)) ?? devices[0] ?? 'cpu';
  const variants = choice.variants.filter((variant) => method.variants.includes(variant));
  const usual = { ...Object.fromEntries(method.fields.map((field) => [field.key, field.default])), ...preset?.hyperParameters };
  const { hyper, bad } = readHyper(method.fields, texts, usual);
  const seed = readSeed(seedText);
  const { grid, bad: badAxes, runs } = readGrid(method.fields, axes);
  const isWhole = bad.length === 0 && badAxes.length === 0 && runs <= maxRuns;
  const order = { trainingSet: set.id, method: method.key, preset: preset?.key, baseModel: method.base === 'none' ? undefined : base || null, device, executor: executor?.key ?? 'local', hyperParameters: hyper, variants };

  return {
    set, method, preset, executor, bases, base, device, devices, variants, usual, texts, bad, seedText, seed, setTexts, setSeedText, axes, setAxes, badAxes, grid, runs,
    choose: (change) => {
      // Settings of one method mean nothing to another, and a preset is chosen to be taken as it is.
      if (change.method !== undefined || change.preset !== undefined) {
        setTexts({});
        setAxes([]);
      }
      setChoice((before) => ({ ...before, ...(change.method !== undefined && { preset: undefined, device: undefined, variants: [] }), ...change }));
    },
    estimate: bad.length === 0 ? order : null,
    input: isWhole && seed !== null ? { ...order, seed } : null,
  };
}
