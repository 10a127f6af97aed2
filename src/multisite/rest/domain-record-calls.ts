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

/** Each version has its own parameter. */
const ONE_PAGE = { per_page: '100', number: '100' } as const;

/** Of a site with more records than a page holds, visitors may be redirected to the primary one. */
const PRIMARY_FIRST = { orderby: 'primary_domain', order: 'DESC' } as const;

/** Reading and changing the records of a network. */
export function domainRecordCalls(rest: RestConnection): DomainRecordCalls {
  const put = async (id: number, body: object): Promise<DomainRecord> =>
    readDomainRecord(await rest.accepted('PUT', `/domain/${id}`, body));
  const listDomainRecords = async () => {
    const { entries: domainRecords, unreadable } = await rest.list('/domain', readDomainRecords);
    return { domainRecords, unreadable };
  };
  /** Of a list that isn't filtered, as a cache may send it, the first page proves nothing. */
  const read = async (
    query: Readonly<Record<string, string>>,
    isWanted: (domainRecord: DomainRecord) => boolean,
  ): Promise<readonly DomainRecord[]> => {
    const search = new URLSearchParams({ ...query, ...ONE_PAGE });
    const { entries } = readDomainRecords(await rest.accepted('GET', `/domain?${search}`));
    const all = entries.every(isWanted) ? entries : (await listDomainRecords()).domainRecords;
    return [...all].filter(isWanted);
  };
  const setSslFailed = sslFailedSetter(put);

  return {
    listDomainRecords,
    getDomainRecord: async (id) => {
      const json = await rest.acceptedUnlessGone('GET', `/domain/${id}`, NO_SUCH_DOMAIN_RECORD);
      return json === undefined ? undefined : readDomainRecord(json);
    },
    findDomainRecord: async (hostname) =>
      preferred(await read({ domain: hostname }, ({ domain }) => domain === hostname)),
    createDomainRecord: async (hostname, siteId) =>
      readDomainRecord(await rest.accepted('POST', '/domain', newDomainRecord(hostname, siteId))),
    deleteDomainRecord: async (id) => {
      const json = await rest.acceptedUnlessGone('DELETE', `/domain/${id}`, NO_SUCH_DOMAIN_RECORD);
      return json === undefined ? 'already' : 'removed';
    },
    setStage: (id, stage) => (stage === 'done' ? put(id, { stage: 'done', secure: true }) : setSslFailed(id)),
    setReady: (id) => put(id, { stage: 'done', secure: true, active: true }),
    listSiteRecords: (siteId) =>
      read({ blog_id: String(siteId), ...PRIMARY_FIRST }, (each) => each.siteId === siteId),
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
