/** What a customer's DNS must point at for an app. Addresses are in canonical text form, hosts are A-labels. */
export interface Target {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly cname: readonly string[];
}
