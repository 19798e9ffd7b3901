import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { servicesResource } from './service.js';

export default defineArea({
  resources: { services: servicesResource },
  pages: [
    { path: '/services', component: lazy(() => import('./service-list.js')), permission: 'config.read' },
    { path: '/services/import', component: lazy(() => import('./import/import-page.js')), permission: 'config.write' },
    { path: '/services/:key', component: lazy(() => import('./service-edit.js')), permission: 'config.read' },
  ],
  commands: [
    { label: 'services.create', path: '/services?create=1', permission: 'config.write' },
    { label: 'services.import.title', path: '/services/import', permission: 'config.write' },
  ],
});
