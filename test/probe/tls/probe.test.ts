import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeSsl, type SslVerdict } from '../../../src/core/diagnosis/verdict-ssl.js';
import type { EdgeOutcome } from '../../../src/core/observation/observation.js';
import { anyAddress, publicOnly } from '../../../src/probe/address.js';
import type { TlsProbe } from '../../../src/probe/probe.js';
import { createTlsProbe } from '../../../src/probe/tls/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { type Edge, type Serving, startEdge } from '../../../src/sandbox/edge/edge.js';

const NAME = 'shop.example.com';
let edge: Edge;
let probe: TlsProbe;
let caPem: string;
beforeAll(async () => {
  const ca = await createCertificateAuthority();
  caPem = ca.rootPem;
  edge = await startEdge({
    ca,
    defaultNames: ['default.example.net'],
    mayIssue: () => false,
    issuanceDelayMs: 0,
  });
  edge.setAliases([NAME, '*.example.org']);
  probe = createTlsProbe({ port: edge.port, policy: anyAddress, caPem, timeoutMs: 400 });
});
afterAll(() => edge.stop());

const see = async (name = NAME, which = probe) => {
  const seen = await which.handshake(name, ['127.0.0.1']);
  return { ...seen.edges[0], verdict: judgeSsl({ ...seen, at: Date.now() }, Date.now()) };
};

it.each<[Serving, EdgeOutcome, SslVerdict, string | undefined]>([
  ['issued', 'certificate', 'valid', undefined],
  ['waiting', 'certificate', 'absent', undefined],
  ['wrong-name', 'certificate', 'absent', undefined],
  ['expired', 'certificate', 'invalid', 'CERT_HAS_EXPIRED'],
  ['self-signed', 'certificate', 'invalid', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['missing-intermediate', 'certificate', 'invalid', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['unknown-name', 'unknown-name', 'absent', undefined],
  ['plain-http', 'not-tls', 'invalid', undefined],
  ['reset', 'reset', 'invalid', undefined],
  ['silent', 'timeout', 'unknown', undefined],
])('%s is %s: %s', async (serving, outcome, verdict, chainError) => {
  await edge.serve(NAME, serving);
  const seen = await see();
  expect([seen.outcome, seen.verdict, seen.certificate?.chainError]).toEqual([outcome, verdict, chainError]);
});

it('matches one label for each `*`, as browsers do', async () => {
  await edge.serve('*.example.org', 'issued');
  expect((await see('a.example.org')).verdict).toBe('valid');
  expect((await see('A.Example.org'.toLowerCase())).certificate).toMatchObject({
    names: ['*.example.org'],
    issuer: 'Sandbox CA, Sandbox Issuing 1',
    nameMatches: true,
  });
  expect((await see('a.b.example.org')).certificate?.nameMatches).toBe(false);
});

it('trusts only the authorities it was given', async () => {
  await edge.serve(NAME, 'issued');
  const stranger = createTlsProbe({ port: edge.port, policy: anyAddress, timeoutMs: 400 });
  expect((await see(NAME, stranger)).certificate?.chainError).toMatch(/UNABLE_TO|SELF_SIGNED/);
});

it('tells a port where nobody listens, and connects to no private address outside a lab', async () => {
  const closed = createTlsProbe({ port: 1, policy: anyAddress, caPem, timeoutMs: 400 });
  expect((await see(NAME, closed)).outcome).toBe('refused');
  const outside = createTlsProbe({ port: edge.port, policy: publicOnly, caPem, timeoutMs: 400 });
  expect((await see(NAME, outside)).outcome).toBe('blocked');
});

it('checks every address on its own', async () => {
  const { edges } = await probe.handshake(NAME, ['127.0.0.1', '127.0.0.77']);
  expect(edges.map(({ address, outcome }) => [address, outcome])).toEqual([
    ['127.0.0.1', 'certificate'],
    ['127.0.0.77', 'refused'],
  ]);
});
