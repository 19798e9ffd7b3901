import type { Request, Response } from 'express';
import type { LoadedBundle } from '../release/bundles.service.js';

/** Bodies kept per bundle: its services, guides and forms several times over. */
const maxBodies = 5_000;
const bodies = new WeakMap<LoadedBundle, Map<string, Buffer>>();

/** Names the bundle in the headers; true when the caller already has it and needs no body. `variant` is what else the answer depends on, such as the day. */
export function nameBundle(request: Request, response: Response, bundle: LoadedBundle, variant?: string): boolean {
  const etag = `"${bundle.sha256}${variant === undefined ? '' : `.${variant}`}"`;
  response.setHeader('etag', etag);
  response.setHeader('x-banshi-bundle', bundle.sha256);
  response.setHeader('cache-control', 'private, no-cache');
  return request.headers['if-none-match'] === etag;
}

/** Answers a read of the bundle: 304 to who has it, else JSON that is written once per bundle and address. */
export function answerFromBundle(request: Request, response: Response, bundle: LoadedBundle, make: () => unknown): void {
  if (nameBundle(request, response, bundle)) {
    response.status(304).end();
    return;
  }
  let known = bodies.get(bundle);
  if (!known) bodies.set(bundle, (known = new Map()));
  let body = known.get(request.originalUrl);
  if (!body) {
    body = Buffer.from(JSON.stringify(make()));
    if (known.size < maxBodies) known.set(request.originalUrl, body);
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(body);
}
