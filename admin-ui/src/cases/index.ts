import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { casesResource, tasksResource } from './case.js';

export default defineArea({
  resources: { tasks: tasksResource, cases: casesResource },
  pages: [
    { path: '/tasks', component: lazy(() => import('./task-list.js')), permission: 'cases.handle' },
    { path: '/cases', component: lazy(() => import('./case-list.js')), permission: 'cases.read' },
    { path: '/cases/:id', component: lazy(() => import('./case-page.js')), permission: 'cases.read' },
  ],
});
