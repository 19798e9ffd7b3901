import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permission.js';

export const ALLOW = 'banshi:allow';

/** Declares who may do an operation: whoever holds one of the permissions. An operation without it is refused. */
export const Allow = (...permissions: [Permission, ...Permission[]]) => SetMetadata(ALLOW, permissions);
