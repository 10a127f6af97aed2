import { describe, expect, it } from 'vitest';
import { dnsKey, type Learned, sslKey } from '../../../src/core/learning/durations.js';
import { closte } from '../../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../../src/locale/catalogue.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { cardView } from '../../../src/slack/views/card/card.js';
import { customerText } from '../../../src/slack/views/customer.js';
import { createTranslator } from '../../../src/slack/views/translator.js';
import { POLICY, START, TARGET } from '../../support/observations.js';
import { reportedMapping } from '../../support/reported-mapping.js';
import { dnsRight, dnsWrong, MINUTE_MS, noCertificate, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const took = (minutes: number) => Array.from({ length: 10 }, (_, at) => ({ at, ms: minutes * MINUTE_MS }));
const LEARNED: Learned = { [dnsKey('GoDaddy')]: took(12), [sslKey('default')]: took(4) };
const NOW = START + 40 * MINUTE_MS;

const atGoDaddy = (seen: typeof dnsWrong) => (time: number) => ({
  ...seen(time),
  dnsProvider: { name: 'GoDaddy', source: 'name-servers' as const },
});
const storedOf = (tell: (story: Story) => void) => {
  const story = new Story().added();
  tell(story);
  return { ...reportedMapping(), mapping: story.mapping };
};
const changing = storedOf((story) => story.see(1, atGoDaddy(dnsWrong)));
const issuing = storedOf((story) => story.see(10, atGoDaddy(dnsRight), noCertificate));

const views = async (stored: typeof changing, learned: Learned, now = NOW) => {
  const translator = translatorFor({ target: TARGET }, () => now, learned);
  return {
    card: JSON.stringify(cardView(stored, undefined, translator).blocks),
    status: JSON.stringify((await statusView({ stored }, translator)).blocks),
  };
};

describe('how long a wait usually takes here', () => {
  it('a card says since when this one waits, an answer how long', async () => {
    const { card, status } = await views(changing, LEARNED);
    expect(card).toMatch(/At GoDaddy this usually takes 12 min; this one has been waiting since <!date\^/);
    expect(status).toContain('At GoDaddy this usually takes 12 min; this one has been waiting for 40 min.');
  });

  it('a certificate is not promised in a constant time where it is known better', async () => {
    const { card, status } = await views(issuing, LEARNED);
    expect(card).toMatch(/A certificate usually takes 4 min here; this one has been waiting since <!date\^/);
    expect(status).toContain('this one has been waiting for 30 min.');
    expect(card).not.toContain('10 to 15 minutes');
  });

  it('nothing is said while too little is known', async () => {
    for (const stored of [changing, issuing]) {
      const { card, status } = await views(stored, {});
      expect(card + status).not.toContain('usually takes');
    }
    expect((await views(issuing, {}, START + 12 * MINUTE_MS)).card).toContain('10 to 15 minutes');
  });

  it.each([
    ['en', 'At GoDaddy this usually takes 12 min; this one has been waiting for 40 min.'],
    ['es', 'En GoDaddy suele tardar 12 min; este dominio lleva 40 min esperando.'],
    ['fr', 'Chez GoDaddy, cela prend d’habitude 12 min ; ce domaine attend depuis 40 min.'],
    ['it', 'Tempo abituale su GoDaddy: 12 min; questo dominio attende da 40 min.'],
    ['pt-BR', 'No provedor GoDaddy, isso costuma levar 12 min; este domínio espera há 40 min.'],
    ['ro', 'La GoDaddy durează de obicei 12 min, iar acest domeniu așteaptă de 40 min și încă nu este gata.'],
  ])('in %s', async (locale, sentence) => {
    const translator = createTranslator({
      t: createCatalogue(locale, closte),
      locale,
      now: () => NOW,
      policy: POLICY,
      learned: () => LEARNED,
      appOf: () => ({ target: TARGET }),
      workspaceUrl: 'https://team.slack.test/',
    });
    const said = JSON.stringify((await statusView({ stored: changing }, translator)).blocks).replaceAll(
      /\s/g,
      ' ',
    );
    expect(said).toContain(sentence);
  });
});

it.each([
  ['nothing is known', {}, 'an hour'],
  ['certificates take long', { [sslKey('default')]: took(100) }, '2 hours'],
])('the customer reads whole hours, rounded up: %s', (_, learned, hours) => {
  const translator = translatorFor({ target: TARGET }, () => NOW, learned);
  const { text } = customerText({ stored: changing }, translator);
  expect(text).toContain(`within ${hours}.`);
  expect(text).not.toMatch(/\d min/);
});
