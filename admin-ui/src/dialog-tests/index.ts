import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { dialogTestsResource } from './dialog-test.js';

export default defineArea({
  resources: { dialogTests: dialogTestsResource },
  pages: [
    { path: '/dialog-tests', component: lazy(() => import('./dialog-test-list.js')), permission: 'config.read' },
    { path: '/dialog-tests/:key', component: lazy(() => import('./dialog-test-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'dialogTests.create', path: '/dialog-tests?create=1', permission: 'config.write' }],
});
