import { createParamDecorator } from '@nestjs/common';
import { carrierOf } from './execution.js';

/** The RequestContext of the operation. */
export const Ctx = createParamDecorator((_data: unknown, execution) => carrierOf(execution).banshi);
