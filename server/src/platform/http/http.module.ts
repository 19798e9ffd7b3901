import { Module } from '@nestjs/common';
import { AuthenticationMiddleware, RequestContextFactory } from './authentication.middleware.js';
import { CsrfMiddleware } from './csrf.middleware.js';

@Module({ providers: [RequestContextFactory, AuthenticationMiddleware, CsrfMiddleware], exports: [RequestContextFactory, AuthenticationMiddleware, CsrfMiddleware] })
export class HttpModule {}
