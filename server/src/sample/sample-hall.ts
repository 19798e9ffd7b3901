import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SampleUnit {
  key: string;
  title: string;
  parent: string | null;
}

export interface SamplePost {
  key: string;
  title: string;
  department: string;
}

export interface SampleUser {
  username: string;
  name: string;
  roles: string[];
  /** Key of the unit that bounds the roles; null for the whole installation. */
  department: string | null;
  posts: string[];
}

export interface SampleOrganisation {
  units: SampleUnit[];
  posts: SamplePost[];
  users: SampleUser[];
}

/** One configured item; the body is untyped until its kind has validated it. */
export interface SampleItem {
  kind: string;
  key: string;
  body: unknown;
}

export interface SampleUtterance {
  text: string;
  intent: string;
  /** Offsets in code points, end exclusive. */
  entities: { start: number; end: number; label: string }[];
  /** Username of the annotator. */
  by: string;
}

/** What a clerk did with a sample case; `task` is the id of the task's element in the workflow. */
export type SampleCommand =
  | { type: 'claim'; task: string; by: string }
  | { type: 'complete'; task: string; by: string; outcome?: string; comment?: string; data?: Record<string, unknown> };

export interface SampleCase {
  service: string;
  applicant: { id: string; name: string };
  data: Record<string, unknown>;
  progress: SampleCommand[];
}

export interface SampleHall {
  organisation: SampleOrganisation;
  items: SampleItem[];
  utterances: SampleUtterance[];
  cases: SampleCase[];
}

/** `server/sample`, seen from `src` and from `dist` alike. */
export const sampleFolder = fileURLToPath(new URL('../../sample/', import.meta.url));

/** Reads the sample hall's files. A workflow's diagram and a policy's text lie beside their JSON. */
export function readSampleHall(folder: string = sampleFolder): SampleHall {
  const text = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');
  return {
    organisation: JSON.parse(text('organisation.json')) as SampleOrganisation,
    items: readItems(folder, text),
    utterances: text('corpus/utterances.jsonl').split('\n').filter(Boolean).map((line) => JSON.parse(line) as SampleUtterance),
    cases: JSON.parse(text('cases.json')) as SampleCase[],
  };
}

/** What is easier to read and write in a file of its own than in JSON. */
function besideFile(kind: string, key: string, text: (path: string) => string): Record<string, string> {
  if (kind === 'workflow') return { bpmn: text(`config/workflow/${key}.bpmn`) };
  return kind === 'policy' ? { text: text(`config/policy/${key}.txt`) } : {};
}

function readItems(folder: string, text: (path: string) => string): SampleItem[] {
  return readdirSync(`${folder}/config`).sort().flatMap((kind) =>
    readdirSync(`${folder}/config/${kind}`)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const key = name.slice(0, -'.json'.length);
        const body = JSON.parse(text(`config/${kind}/${name}`)) as Record<string, unknown>;
        return { kind, key, body: { ...body, ...besideFile(kind, key, text) } };
      }),
  );
}
