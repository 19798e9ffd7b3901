import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({ pages: [{ path: '/', component: lazy(() => import('./workbench-page.js')) }] });
