import type { StepAccess } from '@banshi/forms';
import type { LoadedBundle } from '../release/bundles.service.js';

/** What an applicant may see and fill of a form: what the start event of the service's workflow says; all of it without a workflow. */
export function startAccess(bundle: LoadedBundle, workflow: string | null): StepAccess {
  const process = workflow ? bundle.process(workflow)?.model : null;
  const start = process?.elements[process.start];
  return start?.type === 'start' ? start.fields : { default: 'edit', access: {} };
}
