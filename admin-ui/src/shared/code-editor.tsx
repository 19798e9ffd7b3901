import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import type { CodeAreaProps } from './code-area.js';

const CodeArea = lazy(() => import('./code-area.js'));

/** JSON or XML with highlighting (or plain text), folding and line numbers. The editor itself is loaded when first shown. */
export const CodeEditor = (props: CodeAreaProps) => (
  <Suspense fallback={<Skeleton variant="rounded" height={props.height ?? 360} />}>
    <CodeArea {...props} />
  </Suspense>
);
