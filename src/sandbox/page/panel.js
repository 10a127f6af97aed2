import { html, useEffect, useState } from '/vendor/preact.mjs';
import { post } from './client.js';

const DNS = [
  ['point-cname', 'Create the right CNAME'],
  ['point-a', 'Create the right A record'],
  ['wrong-a', 'Create a wrong A record'],
  ['add-stray-aaaa', 'Leave an old IPv6 record'],
  ['remove', 'Remove the records'],
];
const FAULTS = [
  ['cname-elsewhere', 'A CNAME to another host'],
  ['cname-dangling', 'A CNAME to a name that is gone'],
  ['zone-twice', 'The domain twice in the record’s name'],
  ['wildcard', 'Only a wildcard record'],
  ['cloudflare', 'One of Cloudflare’s addresses'],
  ['one-lame', 'One server does not have the zone'],
  ['one-behind', 'One server keeps the old zone'],
  ['bogus', 'Broken DNSSEC'],
  ['caa', 'CAA for another authority'],
  ['fixed', 'None: servers, DNSSEC and CAA are right'],
];
const PORT_80 = [
  ['site', 'a WordPress'],
  ['default-page', 'the host’s default page'],
  ['login', 'a password'],
  ['error', 'an error'],
  ['redirect-loop', 'a redirect loop'],
  ['silent', 'nothing'],
];
const CERTIFICATE = [
  ['block', 'Hold the certificate back'],
  ['unblock', 'Let it be issued'],
  ['expired', 'Serve an expired one'],
  ['self-signed', 'Serve a self-signed one'],
  ['reset', 'Drop connections'],
];
const SERVED = {
  waiting: 'the default certificate',
  blocked: 'the default certificate (held back)',
  issued: 'its own certificate',
};
const MODES = {
  normal: 'works',
  refuse: 'refuses every domain',
  busy: 'is busy (HTTP 429)',
  down: 'is down',
  slow: 'is slow',
  'timeout-after-write': 'does it, but never answers',
  'http-500': 'answers with HTTP 500',
  'not-json': 'answers with a web page',
};

/** What an agent sent: the customer opens its link at their DNS provider. */
function Email({ consent }) {
  const [email, setEmail] = useState(undefined);
  useEffect(() => {
    const take = ({ detail }) => {
      const link = detail.split(/\s/).find((word) => word.startsWith(consent.url));
      if (link) setEmail({ text: detail, link: link.replace(consent.url, consent.browserUrl) });
    };
    addEventListener('text-submitted', take);
    return () => removeEventListener('text-submitted', take);
  }, [consent.url]);
  if (!email) return null;
  return html`<article class="host email">
    <h3>You, the customer, have an email</h3>
    <details><summary>Read it</summary><p class="letter">${email.text}</p></details>
    <div class="choices">
      <a class="button small" href=${email.link} target="_blank" rel="noreferrer">Open its link at your DNS provider ↗</a>
    </div>
  </article>`;
}

/** The visitor as the customer, as Closte and as the certificate authority. */
export function Panel({ panel, close }) {
  if (!panel?.targets) return null;
  return html`<section class="panel" aria-label="The world outside">
    <header><h2>The world outside</h2><button type="button" class="quiet close" aria-label="Close" onClick=${close}>✕</button></header>
    <p class="note">Here you are the customer. The site is at <code>${panel.targets.ipv4[0]}</code>. Zones you own: ${panel.zones.join(', ')}.</p>
    ${panel.consent && html`<${Email} consent=${panel.consent} />`}
    <label class="row">Closte
      <select value=${panel.closte.mode} onChange=${(event) => post('/panel/closte', { mode: event.target.value })}>
        ${panel.closte.modes.map((mode) => html`<option value=${mode} selected=${mode === panel.closte.mode}>${MODES[mode]}</option>`)}
      </select>
    </label>
    <label class="row">Certificates take
      <select value=${panel.certificateDelayS} onChange=${(event) => post('/panel/certificate-delay', { seconds: Number(event.target.value) })}>
        ${[0, 4, 15, 60, 600].map((seconds) => html`<option value=${seconds} selected=${seconds === panel.certificateDelayS}>${seconds} s</option>`)}
      </select>
    </label>
    <${Network} records=${panel.network} />
    ${panel.hostnames.length === 0 && html`<p class="empty">No alias at Closte yet. Map a domain in the chat, and it appears here.</p>`}
    ${panel.olderHostnames > 0 && html`<p class="empty">The newest ${panel.hostnames.length} domains; ${panel.olderHostnames} older ones are mapped, too.</p>`}
    ${panel.hostnames.map((each, index) => html`<${Hostname} key=${each.hostname} each=${each} isOpen=${index === panel.hostnames.length - 1} />`)}
  </section>`;
}

/** The WordPress network that runs in the app. */
function Network({ records }) {
  const act = (request) => post('/panel/network', request);
  const submit = (event) => {
    event.preventDefault();
    const { domain } = event.target.elements;
    if (domain.value.trim() !== '') act({ action: event.submitter.value, domain: domain.value.trim() });
    domain.value = '';
  };
  const rename = (id, domain) => {
    const to = prompt('The new domain', domain);
    if (to) act({ action: 'rename', id, domain: to });
  };
  return html`<details class="host">
    <summary>Ultimate Multisite: domain records (${records.length})</summary>
    <form class="network" onSubmit=${submit}>
      <input name="domain" aria-label="Domain" placeholder="shop.example.org" autocomplete="off" />
      <div class="choices">
        <button class="button small" value="create-site">Create a site with it</button>
        <button class="button small" value="add-domain">Add it through the customer’s form</button>
      </div>
    </form>
    ${records.map(
      ({ id, domain, blogId, stage, isRouted }) =>
        html`<div key=${id}><div class="record"><b>${blogId}</b><code>${domain}</code><span>${stage}${isRouted ? ' · visitors arrive' : ''}</span></div><div class="choices">
          <button type="button" class="button small" disabled=${stage === 'failed'} onClick=${() => act({ action: 'give-up', id })}>It gives up</button>
          <button type="button" class="button small" onClick=${() => rename(id, domain)}>Rename</button>
          <button type="button" class="button small" onClick=${() => act({ action: 'delete', id })}>Delete</button></div></div>`,
    )}
    <div class="choices">
      <button type="button" class="button small" onClick=${() => act({ action: 'test-event' })}>Send a test event</button>
      <button type="button" class="button small" onClick=${() => act({ action: 'mode', mode: 'down' })}>It stops answering</button>
      <button type="button" class="button small" onClick=${() => act({ action: 'mode', mode: 'normal' })}>It answers again</button>
    </div>
  </details>`;
}

/** Collapsed, except for the newest. */
function Hostname({ each, isOpen }) {
  const { hostname, records, resolvers, serving, zone, behaviour, http } = each;
  const dns = (action) => post('/panel/dns', { hostname, action });
  const certificate = (action) => post('/panel/certificate', { hostname, action });
  return html`<details class="host" open=${isOpen}>
    <summary>${hostname} <span class="folded">${records[0] ? `${records[0].type} ${records[0].value}` : 'no record'}</span></summary>
    ${zone ? null : html`<p class="empty">Nobody has registered this domain.</p>`}
    <h4>Records at the customer’s DNS provider</h4>
    ${records.length === 0 && html`<p class="empty">none</p>`}
    ${records.map(({ type, value, ttlS }) => html`<div class="record"><b>${type}</b><code>${value}</code><span>${ttlS} s</span></div>`)}
    <div class="choices">
      ${DNS.map(([action, label]) => html`<button type="button" class="button small" disabled=${!zone} onClick=${() => dns(action)}>${label}</button>`)}
      <button type="button" class="button small" disabled=${!zone} onClick=${() => dns(behaviour === 'silent' ? 'servers-normal' : 'servers-silent')}>
        ${behaviour === 'silent' ? 'Name servers answer again' : 'Name servers stop answering'}
      </button>
    </div>
    <label class="row">Fault
      <select disabled=${!zone} onChange=${(event) => dns(event.target.value)}>
        <option value="fixed" selected disabled>choose…</option>
        ${FAULTS.map(([action, label]) => html`<option value=${action}>${label}</option>`)}
      </select>
    </label>
    <h4>What resolvers have cached</h4>
    <table>
      ${resolvers.map(
        ({ name, sees, ttlS }) =>
          html`<tr><th scope="row">${name}</th><td>${sees.length > 0 ? sees.join(', ') : '–'}</td><td>${ttlS === undefined || ttlS === null ? '' : `${ttlS} s`}</td></tr>`,
      )}
    </table>
    <h4>Served at the site: ${SERVED[serving] ?? serving}</h4>
    <div class="choices">
      ${CERTIFICATE.map(([action, label]) => html`<button type="button" class="button small" onClick=${() => certificate(action)}>${label}</button>`)}
    </div>
    <label class="row">Port 80 answers with
      <select onChange=${(event) => post('/panel/http', { hostname, serving: event.target.value })}>
        ${PORT_80.map(([serving, label]) => html`<option value=${serving} selected=${serving === http}>${label}</option>`)}
      </select>
    </label>
  </details>`;
}
