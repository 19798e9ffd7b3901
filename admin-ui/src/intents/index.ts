import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { intentsResource } from './intent.js';

export default defineArea({
  resources: { intents: intentsResource },
  pages: [
    { path: '/intents', component: lazy(() => import('./intent-list.js')), permission: 'config.read' },
    { path: '/intents/:key', component: lazy(() => import('./intent-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'intents.create', path: '/intents?create=1', permission: 'config.write' }],
});
