import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { dictionariesResource } from './dictionary.js';

export default defineArea({
  resources: { dictionaries: dictionariesResource },
  pages: [
    { path: '/dictionaries', component: lazy(() => import('./dictionary-list.js')), permission: 'config.read' },
    { path: '/dictionaries/:key', component: lazy(() => import('./dictionary-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'dictionaries.create', path: '/dictionaries?create=1', permission: 'config.write' }],
});
