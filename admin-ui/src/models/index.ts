import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { modelVersionsResource } from './model-version.js';

export default defineArea({
  resources: { modelVersions: modelVersionsResource },
  pages: [
    { path: '/models', component: lazy(() => import('./model-list.js')), permission: 'models.read' },
    { path: '/models/compare', component: lazy(() => import('./compare/compare-page.js')), permission: 'models.read' },
    { path: '/models/:id', component: lazy(() => import('./version/version-page.js')), permission: 'models.read' },
  ],
});
