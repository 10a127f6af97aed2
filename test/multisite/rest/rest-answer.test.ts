import { describe, expect, it } from 'vitest';
import { acceptedAnswer, jsonIn } from '../../../src/multisite/rest/rest-answer.js';

const LIST = '[{"id":1,"meta":[]},{"id":2,"meta":[]}]';

describe('the JSON in an answer', () => {
  it.each([
    ['alone', LIST],
    ['with a byte order mark and blank lines', `\uFEFF\n\n${LIST}\n`],
    ['behind a PHP notice', `<br />\n<b>Notice</b>:  x in <b>f[1].php</b> on line <b>3</b><br />\n${LIST}`],
    ['right behind a tag', `<b>Warning</b>: x<br />${LIST}`],
    ['before a plugin’s comment', `${LIST}\n<!-- Performance optimized by W3 Total Cache. [x] {y} -->`],
    ['before a PHP warning', `${LIST}<br />\n<b>Warning</b>:  x on line <b>1</b><br />`],
  ])('is found: %s', (_, text) => {
    expect(jsonIn(text)).toEqual(JSON.parse(LIST));
  });

  it.each([
    ['a list that was cut off', LIST.slice(0, -2)],
    ['a list that was cut off behind a notice', `Notice: x\n${LIST.slice(0, -2)}`],
    ['a page with a script', '<script>window.dataLayer = window.dataLayer || []</script>'],
    ['a page with settings', '<!doctype html><html><script>\n{}\n</script></html>'],
    ['a page with a number', '<html><body><td>1</td></body></html>'],
    ['a login form', '<!DOCTYPE html>\n<form action="wp-login.php"><script>var a = [];</script></form>'],
    ['nothing', ''],
  ])('is not taken from %s', (_, text) => {
    expect(jsonIn(text)).toBeUndefined();
  });
});

describe('a redirect', () => {
  const url = 'https://network.example.com/wp-json/wu/v2/domain?page=1';
  it.each<[string, string]>([
    ['https://www.example.com/wp-json/wu/v2/domain?page=1', 'put that address into MULTISITE_URL'],
    ['https://example.com/network/wp-json/wu/v2/domain', 'redirects to https://example.com/network: put'],
    ['/network/wp-json/wu/v2/domain', 'redirects to https://network.example.com/network: put'],
    ['//www.example.com/wp-json/wu/v2/domain', 'redirects to https://www.example.com: put'],
    ['https://network.example.com/wp-login.php?redirect_to=x', 'to the login page'],
    // Advice that would change nothing.
    ['https://network.example.com/wp-json/wu/v2/domain/?page=1&__cf_chl=1', 'in front of Ultimate Multisite'],
    ['https://network.example.com/', 'to https://network.example.com/ (HTTP 302): let it pass'],
    ['/', 'to https://network.example.com/ (HTTP 302): let it pass'],
    [
      'https://sso.example.net/authorize?client=1',
      'to https://sso.example.net/authorize (HTTP 302): let it pass',
    ],
    ['https://network.example.com/wp-signup.php?new=x', 'in front of Ultimate Multisite'],
    ['', 'in front of Ultimate Multisite'],
    ['http://[', 'redirects requests to http://[ (HTTP 302)'],
  ])('to %j says what helps: %s', (location, said) => {
    const answer = { url, status: 302, json: undefined, headers: { location } };
    expect(() => acceptedAnswer(answer, String)).toThrow(said);
  });
});

it.each(['\n', ' ', '>', '[', '[ ', '] ', '1\n', '> ', '{"a":'])(
  '%j a million times takes no long time',
  (piece) => {
    const before = process.cpuUsage();
    expect(jsonIn(`x${piece.repeat(1_000_000)}`)).toBeOneOf([undefined, 1]);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  },
);
