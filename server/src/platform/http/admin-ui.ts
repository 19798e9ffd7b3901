import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';

/** Paths that belong to the API; everything else that a browser opens is a page of the UI. */
const apiPath = /^\/(graphql|api|hall|healthz|readyz|metrics)(\/|$)/;

/** Serves the built UI. Files with a hash in their name are cached for ever, the page itself never. */
export function adminUi(folder: string): Router {
  const router = express.Router();
  // A request for the API is passed on before anything looks for a file of that name on the disk.
  router.use((request: Request, _response: Response, next: NextFunction) => next(apiPath.test(request.path) ? 'router' : undefined));
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) => response.setHeader('cache-control', path.includes(`${join('/', 'assets')}/`) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  router.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && request.accepts('html');
    if (!isPage || !existsSync(join(folder, 'index.html'))) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder });
  });
  return router;
}
