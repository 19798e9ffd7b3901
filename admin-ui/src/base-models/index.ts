import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { baseModelsResource } from './base-model.js';

export default defineArea({
  resources: { baseModels: baseModelsResource },
  pages: [{ path: '/base-models', component: lazy(() => import('./base-model-list.js')), permission: 'models.read' }],
});
