/** A request that can't be served; `status` is what to answer, `code` what is wrong with it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}
