import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { trainingJobsResource } from './training-job.js';

export default defineArea({
  resources: { trainingJobs: trainingJobsResource },
  pages: [
    { path: '/training', component: lazy(() => import('./training-list.js')), permission: 'training.read' },
    { path: '/training/compare', component: lazy(() => import('./compare/compare-runs-page.js')), permission: 'training.read' },
    { path: '/training/:id', component: lazy(() => import('./job/job-page.js')), permission: 'training.read' },
  ],
  commands: [{ label: 'training.start.title', path: '/training?start=1', permission: 'training.run' }],
});
