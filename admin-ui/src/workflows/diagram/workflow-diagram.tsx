import Skeleton from '@mui/material/Skeleton';
import { type FC, lazy, Suspense } from 'react';
import type { DiagramViewProps } from './diagram-view.js';
import type { DiagramDiffProps } from './diagram-diff.js';

const DiagramView = lazy(() => import('./diagram-view.js'));
const DiagramDiff = lazy(() => import('./diagram-diff.js'));

/**
 * A workflow to look at: it can be moved, zoomed and clicked. `active` are the elements where a case stands, `done` those
 * that it has passed. bpmn-js is loaded when the first diagram is shown.
 */
export const WorkflowDiagram: FC<DiagramViewProps> = (props) => (
  <Suspense fallback={<Skeleton variant="rounded" height={props.height ?? 320} />}>
    <DiagramView {...props} />
  </Suspense>
);

/** Two states of a workflow side by side, what was added, changed and removed outlined in each. */
export const WorkflowDiff: FC<DiagramDiffProps> = (props) => (
  <Suspense fallback={<Skeleton variant="rounded" height={320} />}>
    <DiagramDiff {...props} />
  </Suspense>
);
