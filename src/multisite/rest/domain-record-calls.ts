import { type DomainRecord, type Multisite, MultisiteError, preferred } from '../multisite.js';
import type { RestConnection } from './connection.js';
import { readDomainRecord, readDomainRecords } from './domain-records.js';

const NO_SUCH_DOMAIN_RECORD = 'wu_rest_domain_invalid_id';

type DomainRecordCalls = Pick<
  Multisite,
  | 'listDomainRecords'
  | 'getDomainRecord'
  | 'findDomainRecord'
  | 'createDomainRecord'
  | 'deleteDomainRecord'
  | 'setStage'
  | 'setReady'
  | 'listSiteRecords'
>;

/** Reading and changing the records of a network. */
export function domainRecordCalls(rest: RestConnection): DomainRecordCalls {
  const put = async (id: number, body: object): Promise<DomainRecord> =>
    readDomainRecord(await rest.accepted('PUT', `/domain/${id}`, body));
  const read = async (query: Readonly<Record<string, string>>): Promise<readonly DomainRecord[]> =>
    readDomainRecords(await rest.accepted('GET', `/domain?${new URLSearchParams(query)}`)).entries;
  const setSslFailed = sslFailedSetter(put);

  return {
    listDomainRecords: async () => {
      const { entries: domainRecords, unreadable } = await rest.list('/domain', readDomainRecords);
      return { domainRecords, unreadable };
    },
    getDomainRecord: async (id) => {
      const json = await rest.acceptedUnlessGone('GET', `/domain/${id}`, NO_SUCH_DOMAIN_RECORD);
      return json === undefined ? undefined : readDomainRecord(json);
    },
    findDomainRecord: async (hostname) =>
      preferred((await read({ domain: hostname })).filter(({ domain }) => domain === hostname)),
    createDomainRecord: async (hostname, siteId) =>
      readDomainRecord(await rest.accepted('POST', '/domain', newDomainRecord(hostname, siteId))),
    deleteDomainRecord: async (id) => {
      const json = await rest.acceptedUnlessGone('DELETE', `/domain/${id}`, NO_SUCH_DOMAIN_RECORD);
      return json === undefined ? 'already' : 'removed';
    },
    setStage: (id, stage) => (stage === 'done' ? put(id, { stage: 'done', secure: true }) : setSslFailed(id)),
    setReady: (id) => put(id, { stage: 'done', secure: true, active: true }),
    listSiteRecords: async (siteId) => {
      const found = await read({ blog_id: String(siteId), per_page: '100', number: '100' });
      return found.filter((each) => each.siteId === siteId);
    },
  };
}

const newDomainRecord = (hostname: string, siteId: number): object => ({
  domain: hostname,
  blog_id: siteId,
  stage: 'checking-dns',
  active: true,
  primary_domain: false,
  secure: false,
});

type Put = (id: number, body: object) => Promise<DomainRecord>;

/** 2.4.3 and earlier refuse `ssl-failed`; cached, so that it is refused only once. */
function sslFailedSetter(put: Put): (id: number) => Promise<DomainRecord> {
  let isKnown = true;
  return async (id) => {
    if (!isKnown) return put(id, { stage: 'failed' });
    try {
      return await put(id, { stage: 'ssl-failed' });
    } catch (error) {
      if (!(error instanceof MultisiteError) || error.facts.status !== 400) throw error;
      const fallback = await put(id, { stage: 'failed' });
      isKnown = false;
      return fallback;
    }
  };
}
