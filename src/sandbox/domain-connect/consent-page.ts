import type { ApplyPlan, PublishedTemplate } from './template.js';

const PROVIDER = 'Harbour Domains';

/** Asks the customer, as a DNS provider does: what changes, and what is replaced. */
export function consentPage(template: PublishedTemplate, { zone, added, removed }: ApplyPlan): string {
  const rows = (records: readonly { type: string; name: string; value: string }[]) =>
    records
      .map(
        ({ type, name, value }) =>
          `<tr><td class="type">${plainHtml(type)}</td><td>${plainHtml(name)}</td><td>${plainHtml(value)}</td></tr>`,
      )
      .join('');
  const conflicts =
    removed.length === 0
      ? ''
      : `<h2>These records will be removed</h2><table class="gone">${rows(removed)}</table>`;
  return pageHtml(
    `Connect ${zone.name}`,
    `<p><b>${plainHtml(template.providerName)}</b> asks to change the DNS records of <b>${plainHtml(zone.name)}</b>. You are signed in as the domain’s owner.</p>
<h2>These records will be added</h2><table>${rows(added)}</table>
${conflicts}
<form method="post"><button name="decision" value="approve" class="yes">Connect</button>
<button name="decision" value="cancel">Cancel</button></form>`,
  );
}

export const donePage = (): string =>
  pageHtml('Done', '<p>Your records were changed. You can close this page.</p>');

export const refusedPage = (reason: string): string =>
  pageHtml('This link can’t be used', `<p>${plainHtml(reason)}</p>`);

const pageHtml = (title: string, body: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainHtml(title)} · ${PROVIDER}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#eef3f6;color:#123}
header{background:#0b5c7a;color:#fff;padding:.8rem 1.5rem;font-weight:700}
main{max-width:36rem;margin:2rem auto;padding:1rem 1.5rem;background:#fff;border-radius:8px}
h1{font-size:1.4rem}h2{font-size:1rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-family:ui-monospace,monospace;font-size:.85rem}
td{border:1px solid #cdd8de;padding:.3rem .5rem;overflow-wrap:anywhere}.type{white-space:nowrap;overflow-wrap:normal}.gone td{text-decoration:line-through}
button{font:inherit;padding:.5rem 1.2rem;margin:1.2rem .5rem 0 0;border:1px solid #0b5c7a;border-radius:6px;background:#fff;cursor:pointer}
.yes{background:#0b5c7a;color:#fff}
@media (max-width:40rem){main{margin:0;border-radius:0}td:not(.type){display:block;border-top:0}tr{display:block;margin-bottom:.6rem}td.type{display:block;font-weight:700}}
</style>
<header>⚓ ${PROVIDER}</header><main><h1>${plainHtml(title)}</h1>${body}</main></html>`;

const plainHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
