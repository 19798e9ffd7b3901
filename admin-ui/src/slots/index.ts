import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { slotsResource } from './slot.js';

export default defineArea({
  resources: { slots: slotsResource },
  pages: [
    { path: '/slots', component: lazy(() => import('./slot-list.js')), permission: 'config.read' },
    { path: '/slots/:key', component: lazy(() => import('./slot-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'slots.create', path: '/slots?create=1', permission: 'config.write' }],
});
