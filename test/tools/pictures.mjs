import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * `npm run build && node test/tools/pictures.mjs`: plays the demo in Chromium and takes the pictures in docs/images;
 * `node test/tools/pictures.mjs guide [LANGUAGE…]` takes those of the guide for support people, in each language.
 * `CHROMIUM` names the browser. The machine needs fonts with emoji (Debian: fonts-noto-core, fonts-noto-color-emoji).
 */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const PORT = 8479;
const DESKTOP = { width: 1320, height: 860 };
const PHONE = { width: 390, height: 800 };

/** A page of the browser, over its DevTools protocol. */
async function openPage(socketUrl) {
  const socket = new WebSocket(socketUrl);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const pending = new Map();
  socket.on('message', (data) => {
    const { id, result, error } = JSON.parse(data);
    pending.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
    pending.delete(id);
  });
  let last = 0;
  const send = (method, params = {}) =>
    new Promise((resolve) => {
      pending.set(++last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const run = (expression) => send('Runtime.evaluate', { expression, awaitPromise: true });
  return {
    run,
    close: () => socket.close(),
    resize: async ({ width, height }, scheme = 'light') => {
      await send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await send('Emulation.setEmulatedMedia', { features });
    },
    open: async (url) => {
      await send('Page.navigate', { url });
      await wait(2_500);
    },
    /** Presses the last button whose text begins so. */
    press: async (text) => {
      await run(
        `[...document.querySelectorAll('button, summary')].filter((each) => each.textContent.trim().startsWith(${JSON.stringify(text)})).at(-1).click()`,
      );
      await wait(1_500);
    },
    take: async (name, folder = 'docs/images', clip = undefined) => {
      const { data } = await send('Page.captureScreenshot', { format: 'png', ...(clip ? { clip } : {}) });
      writeFileSync(join(folder, `${name}.png`), Buffer.from(data, 'base64'));
    },
  };
}

async function startBrowser(folder) {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const where = ['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const browser = spawn(CHROMIUM, [...options, ...quiet, ...where], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await firstMatch(browser, browser.stderr, /ws:\/\/([^/]+)\//);
  const pages = await (await fetch(`http://${address}/json/list`)).json();
  return { browser, page: await openPage(pages.find(({ type }) => type === 'page').webSocketDebuggerUrl) };
}

/** What a program says once it is ready. */
function firstMatch(program, stream, pattern) {
  return new Promise((resolve, reject) => {
    let said = '';
    program.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    stream.on('data', (bytes) => {
      said += bytes;
      const match = pattern.exec(said);
      if (match) resolve(match[1]);
    });
  });
}

/** What fails because an earlier action has not shown yet is done again. */
const poster = (url) => async (path, body) => {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { ok, error } = await answer.json();
    if (ok !== false) return;
    if (tries === 20) throw new Error(`${path}: ${error}`);
    await wait(1_000);
  }
};

async function takePictures(page, url) {
  const post = poster(url);
  const say = async (text) => {
    await post('/page/command', { user: 'U01ALICE', channel: 'C01DOMAINS', text });
    await wait(3_000);
  };
  const dns = (hostname, action) => post('/panel/dns', { hostname, action });

  await page.resize(DESKTOP);
  await page.open(url);
  await page.run(`localStorage.setItem('guide-seen', 'yes')`);
  await page.open(url);
  await say('/domain map shop.example.com --site rosa');
  await dns('shop.example.com', 'wrong-a');
  await wait(24_000);
  await page.take('wrong');
  await page.press('Message for the customer');
  await wait(1_500);
  await page.take('customer');
  await page.press('Cancel');
  await dns('shop.example.com', 'remove');
  await dns('shop.example.com', 'point-cname');
  await wait(40_000);
  await page.take('ready');
  await say('/domain map news.example.com blog.example.org bakery.co.uk --site harbour');
  await dns('news.example.com', 'point-cname');
  await dns('blog.example.org', 'add-stray-aaaa');
  await wait(40_000);
  await page.press('🌍');
  await page.press('◫');
  await wait(2_000);
  await page.take('home');
  await page.resize(PHONE, 'dark');
  await page.open(url);
  await say('/domain list');
  await page.take('phone');
}

const LANGUAGES = { en: 'en-US', es: 'es-ES', fr: 'fr-FR', it: 'it-IT', 'pt-BR': 'pt-BR', ro: 'ro-RO' };
const GUIDE = 'docs/guide/images';
/** Small files: few pixels, and nothing beside the message. */
const SMALL = { width: 720, height: 740 };

/** A card with a wrong record, and the message for its customer. */
const guidePictures = (language) => async (page, url) => {
  const post = poster(url);
  mkdirSync(GUIDE, { recursive: true });
  await post('/page/locale', { user: 'U01ALICE', locale: LANGUAGES[language] });
  await page.resize(SMALL);
  await page.open(url);
  await page.run(`localStorage.setItem('guide-seen', 'yes')`);
  await page.open(url);
  await post('/page/command', {
    user: 'U01ALICE',
    channel: 'C01DOMAINS',
    text: '/domain map shop.example.com --site rosa',
  });
  await wait(3_000);
  await post('/panel/dns', { hostname: 'shop.example.com', action: 'wrong-a' });
  await wait(24_000);
  await page.take(`card-${language}`, GUIDE);
  const { languages } = await import('../../dist/src/locale/languages.js');
  await page.press(languages[language]['card.customer']);
  await wait(2_000);
  await page.take(`message-${language}`, GUIDE);
};

async function main([what, ...chosen]) {
  if (what !== 'guide') return play(takePictures);
  const wanted = chosen.length > 0 ? chosen : Object.keys(LANGUAGES);
  for (const language of wanted) await play(guidePictures(language), { LOCALE: language });
}

async function play(take, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const demo = spawn(process.execPath, ['dist/src/sandbox/demo.js'], {
    env: { ...process.env, SANDBOX_PORT: String(PORT), LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url] = await Promise.all([
      firstMatch(demo, demo.stdout, /(http:\/\/127\.0\.0\.1:\d+)/),
      firstMatch(demo, demo.stdout, /the bot is running/),
    ]);
    const { browser, page } = await startBrowser(folder);
    await take(page, url).finally(() => {
      page.close();
      browser.kill();
    });
    await wait(1_000);
  } finally {
    demo.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await main(process.argv.slice(2));
