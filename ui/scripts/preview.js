/**
 * Serves the preview build on loopback under the content security policy of the real
 * window, for the screenshots and for the test of the built pages.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The policy of `tauri.conf.json`, as the window has it. */
export function contentSecurityPolicy() {
  return JSON.parse(readFileSync(here('../../tauri.conf.json'), 'utf8')).app.security.csp;
}

/** Serves a folder; gives its origin and a function that ends it. */
export async function servePreview(folder = here('../node_modules/.preview')) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy(),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
