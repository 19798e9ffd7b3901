export type { BaseModel } from './base-model.entity.js';
