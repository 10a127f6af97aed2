/** Longer than nine of ten, bounded: from when on a wait counts as unusual. In ms. */
export interface LearnedLimits {
  readonly sslMs?: number | undefined;
  /** By the DNS provider's name. */
  readonly dnsMs: Readonly<Record<string, number>>;
}

/** A constant of the policy that holds until enough is learned; in ms. */
type Learnable<Constant extends string> = Readonly<Record<Constant, number>> & {
  readonly learned?: LearnedLimits | undefined;
};

/** From when on a certificate takes unusually long: longer than nine of ten here, if that is known. */
export const sslUsualMs = ({ learned, sslNormalMs }: Learnable<'sslNormalMs'>): number =>
  learned?.sslMs ?? sslNormalMs;
/** From when on it is slow, even if nothing blocks it. */
export const sslLateMs = ({ learned, sslSlowMs }: Learnable<'sslSlowMs'>): number =>
  learned?.sslMs ?? sslSlowMs;
