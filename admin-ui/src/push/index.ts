import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { campaignsResource, deliveriesResource, recipientsResource } from './push.js';

export default defineArea({
  resources: { pushCampaigns: campaignsResource, pushRecipients: recipientsResource, deliveries: deliveriesResource },
  pages: [
    { path: '/push', component: lazy(() => import('./campaign-list.js')), permission: 'push.read' },
    { path: '/push/deliveries', component: lazy(() => import('./delivery-list.js')), permission: 'operations.read' },
    { path: '/push/:id', component: lazy(() => import('./campaign-page.js')), permission: 'push.read' },
  ],
  commands: [
    { label: 'push.create', path: '/push?create=1', permission: 'push.send' },
    { label: 'push.deliveries.title', path: '/push/deliveries', permission: 'operations.read' },
  ],
});
