import { afterAll, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.js';
import { englishIn, textsIn } from '../support/leaks.js';
import { pseudo } from '../support/pseudo.js';

/** A made-up seventh language, as its folder and its line would add it. Workers share modules among test files. */
vi.resetModules();
vi.doMock(import('../../src/locale/all.js'), async (original) => ({
  ...(await original()),
  'en-XA': pseudo as never,
}));
const { ALICE, BOB, closeLab, DOMAINS, openLab } = await import('../support/lab.js');
const { typedMeaning } = await import('../../src/locale/typed-words.js');
const { validateBlocks, validateView } = await import('../../src/sandbox/slack/rules/limits.js');

afterAll(() => {
  vi.doUnmock('../../src/locale/all.js');
  vi.resetModules();
});

const SHOP = 'shop.example.com';
/** What somebody types for each subcommand: right, wrong and odd. A new subcommand needs a line here. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  map: [
    `map ${SHOP}`,
    'map',
    'map f00',
    'map *.com',
    'map a.example.com b.example.com c.example.com d.example.com e.example.com f.example.com',
    `map ${SHOP} --app n0pe`,
    'map x.example.com --site 99',
    'map x.example.com --sight 9',
  ],
  unmap: [`unmap ${SHOP}`, 'unmap', 'unmap nobody.example.com'],
  move: [`move ${SHOP}`, `move ${SHOP} now/here`],
  status: ['status', `status ${SHOP}`, ''],
  list: ['list', 'list 5tuck', 'list nothing/of/the/kind'],
  check: [`check ${SHOP}`, 'check'],
  assign: [`assign ${SHOP}`, `assign ${SHOP} nobody`, `assign ${SHOP} some_body`],
  follow: [`follow ${SHOP}`, `follow ${SHOP} off`],
  note: [`note ${SHOP} a_note`, `note ${SHOP}`],
  snooze: [`snooze ${SHOP} 3d`, `snooze ${SHOP} off`, `snooze ${SHOP} to_morrow`],
  ack: [`ack ${SHOP}`],
  mute: [`mute ${SHOP}`, `mute ${SHOP} 3d a_reason`, `mute ${SHOP} off`],
  sync: ['sync'],
  history: [`history ${SHOP}`],
  audit: ['audit', 'audit yesterday', 'audit verify'],
  approvals: ['approvals', 'approvals dm off'],
  settings: ['settings'],
  doctor: ['doctor'],
  help: ['help', 'hepl', 'frob_nicate'],
};

it('has something typed for every subcommand', () => {
  expect(Object.keys(TYPED).sort()).toEqual(commands.map(({ name }) => name).sort());
});

it('a whole world speaks the made-up language, and nothing else', { timeout: 180_000 }, async () => {
  expect(typedMeaning('filter', 'stuck')).toBe('stuck');
  const lab = await openLab({
    withNetwork: true,
    change: (config) => ({
      ...config,
      locale: 'en-XA',
      apps: config.apps.map((app) => ({ ...app, locale: 'en-XA' })),
    }),
  });
  const { workspace, people } = lab.world.slack;
  const dialogs: object[] = [];
  const seen = new Set<string>();
  const sweep = () => {
    for (const { view } of workspace.views.values()) {
      if (seen.has(view.id)) continue;
      seen.add(view.id);
      dialogs.push(view);
    }
  };
  try {
    for (const user of [ALICE, BOB]) workspace.changeUser(user, { locale: 'en-XA' });
    await lab.start();
    for (const [name, texts] of Object.entries(TYPED))
      for (const text of texts) {
        await lab.type(`/domain ${text}`);
        if (name === 'map') await lab.until(() => text !== `map ${SHOP}` || lab.card(SHOP));
        sweep();
      }
    await lab.until(() => JSON.stringify(lab.privately()).includes('Řḗş') || lab.privately().length > 30);
    for (const button of ['customer', 'team', 'attention', 'history', 'check', 'unmap']) {
      await lab.press(lab.card(SHOP), button);
      await new Promise((resolve) => setTimeout(resolve, 300));
      sweep();
    }
    lab.pointDns(SHOP);
    await lab.until(
      () => lab.thread(SHOP).includes('domain.done') || lab.thread(SHOP).includes('site.unrouted'),
    );
    people.message({ user: ALICE, channel: DOMAINS, text: `@closte-domains ${SHOP}?` });
    people.openHome(ALICE);
    await lab.until(() => workspace.homes.get(ALICE));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    sweep();

    const messages = [...workspace.channels.keys()]
      .flatMap((id) => lab.messages(id))
      .filter(({ user }) => user !== ALICE && user !== BOB);
    const shown = [...messages, ...dialogs, workspace.homes.get(ALICE) ?? {}];
    expect(messages.length).toBeGreaterThan(30);
    expect(dialogs.length).toBeGreaterThan(6);
    const leaks = shown.flatMap((each) =>
      textsIn(each).flatMap((text) =>
        englishIn(text).map((words) => `${words.trim()} | ${text.slice(0, 160)}`),
      ),
    );
    expect([...new Set(leaks)]).toEqual([]);
    for (const { blocks } of messages)
      if (blocks) expect(validateBlocks(JSON.parse(JSON.stringify(blocks)), 'message')).toEqual([]);
    for (const dialog of dialogs) {
      const { type, title, submit, close, blocks } = dialog as Record<string, unknown>;
      expect(
        validateView(JSON.parse(JSON.stringify({ type, title, submit, close, blocks })), 'modal'),
      ).toEqual([]);
    }
  } finally {
    await closeLab(lab);
  }
});
