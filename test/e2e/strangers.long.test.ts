import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { DecodedPacket } from 'dns-packet';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { answerTo, ladderOf, type Script, scriptedServer } from '../support/dns-server.js';
import { ALICE, closeLab, type Lab, openLab } from '../support/lab.js';

const HEALTHY = 'healthy.example.com';
const STRANGER = '127.0.0.66';
const NAME_SERVER = 'ns1.stranger-dns.net';
const SHOUT = '<!channel> *bold* {hostname} <https://evil.example|click> \u202e`x`';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ withNetwork: true });
  lab.world.dns.addZone('stranger-dns.net').add(NAME_SERVER, 'A', STRANGER);
  await lab.start();
  await lab.type(`/domain map ${HEALTHY}`);
  lab.pointDns(HEALTHY);
  await lab.until(() => lab.thread(HEALTHY).includes('domain.done'));
}, 60_000);
afterAll(() => closeLab(lab));

/** Whatever strangers do: others are served, nothing is unhandled, and nobody is shouted at. */
afterEach(async () => {
  expect(await answered(HEALTHY)).toContain('Ready');
  expect(lab.lines.filter((line) => /unhandled|"level":60/.test(line))).toEqual([]);
  for (const shown of rendered())
    expect(shown).not.toMatch(/<!channel>|<https:\/\/evil\.example|\u202e|\\u202e/);
});

/** What people see: metadata is for machines. */
function rendered(): string[] {
  const { channels, views } = lab.world.slack.workspace;
  const messages = [...channels.keys()].flatMap((id) => lab.messages(id));
  return [
    ...messages.map(({ text, blocks }) => JSON.stringify([text, blocks])),
    ...[...views.values()].map(({ view }) => JSON.stringify(view)),
  ];
}

/** What Alice reads about a hostname now. */
async function answered(hostname: string): Promise<string> {
  const before = lab.privately(ALICE).length;
  await lab.type(`/domain status ${hostname}`);
  const answer = await lab.until(
    () =>
      lab
        .privately(ALICE)
        .slice(before)
        .find(
          ({ text, blocks }) =>
            text.startsWith(`${hostname}:`) && JSON.stringify(blocks).includes('open the card'),
        ),
    30_000,
  );
  return JSON.stringify(answer);
}

async function mapped(hostname: string): Promise<string> {
  await lab.type(`/domain map ${hostname}`);
  await lab.until(() => lab.thread(hostname).includes('alias.added'));
  return hostname;
}

/** A customer's zone at a name server that does whatever a test wants. */
async function zoneOfStranger(zone: string, script: Script, servers: readonly string[] = [NAME_SERVER]) {
  const server = await scriptedServer(script, {
    address: STRANGER,
    port: lab.world.dns.authoritativePort,
  });
  onTestFinished(() => server.stop());
  lab.world.dns.addZone(zone, servers);
  return server;
}

const ednsError = (code: number, text: string) => {
  const data = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text)]);
  return {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    flags: 0,
    options: [{ code: 15, data }],
    extendedRcode: 0,
    ednsVersion: 0,
    flag_do: false,
  } as never;
};

it('a name server whose every name is a CNAME to the next one costs a bounded number of questions', async () => {
  const hop = (query: DecodedPacket) => {
    const name = query.questions?.[0]?.name ?? '';
    const next = Number(/^n(\d+)\./.exec(name)?.[1] ?? 0) + 1;
    return [
      answerTo(query, {
        answers: [{ name, type: 'CNAME', ttl: 60, data: `n${next}.cname-${next % 7}.chain-zone.com` }],
      }),
    ];
  };
  const server = await zoneOfStranger('chain-zone.com', hop);
  await mapped('shop.chain-zone.com');
  const before = server.asked.length;
  await answered('shop.chain-zone.com');
  expect(server.asked.length - before).toBeLessThan(400);
});

it('an answer of 1,000 CNAMEs over TCP is read up to a limit', async () => {
  const many = (query: DecodedPacket, transport: 'udp' | 'tcp') => {
    const name = query.questions?.[0]?.name ?? '';
    if (transport === 'udp') return [answerTo(query, { flags: 0x0600 })];
    const answers = Array.from({ length: 1_000 }, (_, at) => ({
      name: at === 0 ? name : `c${at}.many-zone.com`,
      type: 'CNAME' as const,
      ttl: 60,
      data: `c${at + 1}.many-zone.com`,
    }));
    return [answerTo(query, { answers })];
  };
  await zoneOfStranger('many-zone.com', many);
  await mapped('shop.many-zone.com');
  expect((await answered('shop.many-zone.com')).length).toBeLessThan(20_000);
});

it('a name server that answers every question with megabytes is given up in time', async () => {
  const endless = (query: DecodedPacket, transport: 'udp' | 'tcp') =>
    transport === 'udp'
      ? [answerTo(query, { flags: 0x0600 })]
      : Array.from({ length: 160 }, () => Buffer.alloc(65_000, 0xc0));
  await zoneOfStranger('flood-zone.com', endless);
  await mapped('shop.flood-zone.com');
  expect(await answered('shop.flood-zone.com')).not.toContain('Ready');
});

it('answers whose names lead through thousands of pointers keep nobody waiting', async () => {
  const ladder = (query: DecodedPacket) => [ladderOf(answerTo(query), 3_400)];
  await zoneOfStranger('ladder-zone.com', ladder);
  await mapped('shop.ladder-zone.com');
  const before = process.cpuUsage();
  await answered('shop.ladder-zone.com');
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000);
});

it('names, reasons and aliases out of DNS are shown as they are, and shout at nobody', async () => {
  const loud = `<!channel>.*bold*.{hostname}.\u202eevil.stranger-dns.net`;
  const script = (query: DecodedPacket) => {
    const [question] = query.questions ?? [];
    if (question?.type === 'NS')
      return [
        answerTo(query, {
          answers: [NAME_SERVER, loud].map((data) => ({ name: 'loud-zone.com', type: 'NS', data })),
        }),
      ];
    if (question?.type === 'A')
      return [
        answerTo(query, {
          answers: [{ name: question.name, type: 'CNAME', ttl: 60, data: loud }],
          additionals: [ednsError(22, SHOUT)],
        }),
      ];
    return [answerTo(query, { rcode: 'SERVFAIL', additionals: [ednsError(22, SHOUT)] })];
  };
  await zoneOfStranger('loud-zone.com', script);
  await mapped('shop.loud-zone.com');
  expect(await answered('shop.loud-zone.com')).toContain('&lt;!channel&gt;');
});

it('a site’s title, with mark-up, a plural and text that turns around, is quoted at most', async () => {
  const hostname = await mapped('title.example.com');
  lab.world.http.respond(hostname, (request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.setHeader('server', SHOUT.replace('\u202e', ''));
    response.end(`<title>${SHOUT.replaceAll('<', '&lt;')} {n, plural, one {x} other {y}} '{' </title>a shop`);
  });
  lab.pointDns(hostname);
  await lab.until(() => lab.thread(hostname).includes('ssl.issued'));
  expect(await answered(hostname)).toContain('bold');
});

it('a page that unpacks to a gigabyte, behind answers without end, holds up its own check alone', async () => {
  const hostname = await mapped('bomb.example.com');
  const bomb = gzipSync(Buffer.alloc(2 ** 26));
  lab.world.http.respond(hostname, (request, response) => {
    if (request.url === '/') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    const timer = setInterval(() => {
      if (request.socket.destroyed) clearInterval(timer);
      else request.socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(100));
    }, 5);
  });
  lab.pointDns(hostname);
  await lab.until(() => lab.thread(hostname).includes('ssl.issued'), 40_000);
});

it('a certificate with thousands of names, some of them loud, is shown in a line', async () => {
  const hostname = await mapped('names.example.com');
  const names = ['<!channel>.example.com', ...Array.from({ length: 3_000 }, (_, at) => `n${at}.example.com`)];
  await lab.world.edge.serve(hostname, 'issued', { names });
  lab.pointDns(hostname);
  await lab.until(() => lab.thread(hostname).includes('dns.published'));
  expect((await answered(hostname)).length).toBeLessThan(20_000);
});

it('a certificate that is larger than anybody reads is a failed handshake, and is not guessed about', async () => {
  const hostname = await mapped('huge.example.com');
  const names = Array.from({ length: 10_000 }, (_, at) => `n${at}.a-rather-long-name-for-a-host.example.com`);
  await lab.world.edge.serve(hostname, 'issued', { names });
  lab.pointDns(hostname);
  await lab.until(() => lab.thread(hostname).includes('dns.published'));
  expect(await answered(hostname)).not.toContain('Ready');
}, 60_000);

it('webhooks that are deep, endless or never sent whole leave the bot as it was', async () => {
  const token = lab.config.apps[0]?.multisite?.webhookToken;
  const port = lab.bot?.port ?? 0;
  const url = `http://127.0.0.1:${port}/webhooks/default/${token}`;
  const post = (body: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } }).then(
      ({ status }) => status,
      () => 0,
    );
  const deep = '['.repeat(100_000);
  expect(await post(deep)).toBeLessThan(500);
  expect(await post(`${deep}${']'.repeat(100_000)}`)).toBeLessThan(500);
  expect(await post(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`)).toBeLessThan(500);
  expect([0, 413]).toContain(await post('x'.repeat(2 ** 20)));
  const drips = Array.from({ length: 20 }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST /webhooks/default/${token} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const timer = setInterval(() => socket.write('1\r\n \r\n'), 50);
    return new Promise<void>((resolve) => {
      socket.on('close', () => {
        clearInterval(timer);
        resolve();
      });
    });
  });
  await Promise.all(drips);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
}, 40_000);

it.each([
  ['a list of one line without an end', `a.example.com${',b'.repeat(400_000)}`],
  ['a quote that is never closed', `"${'a.example.com\n'.repeat(30_000)}`],
  ['a name like an archive’s', '../../../../etc/passwd\nshop.example.com\0.zip\n'],
  ['formulas', '=cmd|"/c calc"!A1,@SUM(1),shop.example.com\n'],
])('%s is refused, or planned within its limits', async (_, text) => {
  await lab.type('/domain map');
  const view = await lab.until(() =>
    [...lab.world.slack.workspace.views.values()].findLast((open) => open.user === ALICE),
  );
  const { file } = lab.world.slack.people.upload({ user: ALICE, name: '../list.csv.zip', text });
  const values = {
    hostnames: { hostnames: { type: 'plain_text_input' as const, value: '' } },
    file: { file: { type: 'file_input' as const, files: [file] } },
  };
  const answer = await lab.world.slack.people.submit({ user: ALICE, viewId: view.view.id, values });
  expect(JSON.stringify(answer).length).toBeLessThan(20_000);
});

it.each([
  ['аpple.com', 'xn--pple-43d.com'],
  ['ɢoogle.com', 'xn--oogle-wmc.com'],
])('a name that looks like another one (%s) is shown with its real one', async (typed, ascii) => {
  await lab.type(`/domain map ${typed}`);
  await lab.until(() => rendered().some((shown) => shown.includes(ascii)));
});
