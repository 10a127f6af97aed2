import type { Config } from '../../config/config.js';
import { RETURN_PATH, type ReturnPage } from '../../http/return-route.js';
import type { DomainConnect } from '../../probe/domain-connect/domain-connect.js';
import type { Translator } from '../../slack/views/translator.js';
import type { Returned } from '../../use-cases/customer/one-click.js';
import type { OneClick } from '../../use-cases/ports.js';

/** One click for customers, if the agency has an id at Domain Connect. */
export function createOneClick(
  { domainConnect: agency, http, asksDnsProviders }: Config,
  domainConnect: DomainConnect,
): OneClick | undefined {
  if (!agency || !asksDnsProviders) return undefined;
  const { providerId, signing } = agency;
  return {
    providerId,
    signing,
    returnUrl: http.publicUrl === undefined ? undefined : `${http.publicUrl}${RETURN_PATH}`,
    consentPage: async (zone, serviceId) => {
      const discovery = await domainConnect.discover(zone);
      if (discovery.kind !== 'found' || discovery.settings.urlSyncUX === undefined) return undefined;
      const support = await domainConnect.templateSupported(discovery.settings, { providerId, serviceId });
      return support === 'yes' ? discovery.settings.urlSyncUX : undefined;
    },
  };
}

/** The page for a customer who comes back. */
export const returnPageOf = (
  { outcome, dnsProvider }: Returned,
  translator: Pick<Translator, 'tPlain' | 'language'>,
): ReturnPage => ({
  title: translator.tPlain(`return-page.${outcome}.title`),
  text: translator.tPlain(`return-page.${outcome}.text`, { dnsProvider }),
  language: translator.language,
});
