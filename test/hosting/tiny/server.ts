import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostingBehaviour, HostingStandIn } from '../contract.js';

/** The API of the tiny provider: `GET /names`, `PUT` and `DELETE /names/NAME`, with the key as a bearer token. */
export async function startTiny(apiKey: string): Promise<HostingStandIn> {
  const names = new Set<string>();
  let behaviour: HostingBehaviour = 'well';
  let words = '';
  let calls = 0;

  function change(method: string | undefined, name: string): number {
    const isThere = names.has(name);
    if (method === 'PUT') names.add(name);
    else names.delete(name);
    return isThere === (method === 'PUT') ? 409 : 204;
  }

  const server = createServer((request, response) => {
    calls++;
    const name = decodeURIComponent((request.url ?? '').split('/')[2] ?? '');
    const isWrite = request.method !== 'GET';
    if (behaviour === 'broken-off') return void request.socket.destroy();
    if (request.headers.authorization !== `Bearer ${apiKey}`) return void response.writeHead(401).end();
    if (isWrite && behaviour === 'refusing') return sendJson(response, 422, { problem: words });
    if (isWrite && behaviour === 'failing') return void response.writeHead(500).end('<h1>Oops</h1>');
    if (isWrite && behaviour === 'nonsense') return void response.writeHead(200).end('<html>');
    if (!isWrite)
      return sendJson(response, 200, { names: behaviour === 'unreadable' ? [{ id: 7 }] : [...names] });
    const status = change(request.method, name);
    if (behaviour !== 'silent') response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aliases: () => [...names],
    calls: () => calls,
    behave: (next, said = '') => {
      behaviour = next;
      words = said;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
