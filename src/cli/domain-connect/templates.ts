import type { AppConfig } from '../../config/app.js';
import type { Config } from '../../config/config.js';
import type { DomainConnectConfig } from '../../config/domain-connect.js';
import { templatesForApp } from '../../core/domain-connect/app-templates.js';
import type { DomainConnectTemplate } from '../../core/domain-connect/template.js';

export interface TemplateOptions {
  /** Raised with each published change. */
  readonly version: number;
  readonly logoUrl?: string | undefined;
}

/** The app's templates by the agency's settings. */
export function templatesOf(
  { http }: Pick<Config, 'http'>,
  agency: DomainConnectConfig,
  { name, service, target }: Pick<AppConfig, 'name' | 'service' | 'target'>,
  { version, logoUrl }: TemplateOptions,
): DomainConnectTemplate[] {
  const { providerId, providerName, signing } = agency;
  return templatesForApp({
    providerId,
    providerName,
    serviceId: service,
    serviceName: name === 'default' ? providerName : name,
    version,
    target,
    ...(logoUrl === undefined ? {} : { logoUrl }),
    ...(signing ? { syncPubKeyDomain: providerId } : {}),
    ...(http.publicUrl === undefined ? {} : { syncRedirectDomain: new URL(http.publicUrl).hostname }),
  });
}
