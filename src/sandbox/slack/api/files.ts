import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readRequestBody, sendJson } from '../../requests.js';
import type { JsonObject } from '../page-api.js';
import { RequestError } from '../rules/request-error.js';

/** A file that was uploaded, as a message shows it. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Where the page finds it. */
  readonly url: string;
}

const MAX_FILE_BYTES_IN_SLACK = 50 * 1024 * 1024;
const MAX_FILES = 200;

/** Slack's sign-in page for requests of a private file without a suitable token; its status is 200. */
const SIGN_IN = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>';

interface KnownFile {
  readonly name: string;
  /** Who uploaded it. */
  readonly user: string;
  /** Absent while nothing was uploaded. */
  text?: string;
  /** Where it was shared; absent for one in a dialog, which the app may read. */
  readonly channel?: string | undefined;
}

/** Uploads in three steps, as Slack has them: a URL is asked for, the bytes go there, and the upload is completed. */
export class Files {
  readonly #files = new Map<string, KnownFile>();

  constructor(
    private readonly base: () => string,
    private readonly botToken: string,
    private readonly scopes: () => ReadonlySet<string>,
  ) {}

  /** A person's file, for a dialog or shared in a channel, as a `file_input` element holds it. */
  upload(user: string, name: string, text: string, channel?: string): JsonObject {
    const { file_id: id } = this.reserve(name, user);
    this.#files.set(id, { name, user, text, channel });
    return this.#objectOf(id, { name, user }, text);
  }

  /** A file object, and where the file is; undefined for an unknown one (docs.slack.dev/reference/objects/file-object). */
  info(id: string): { readonly file: JsonObject; readonly channel: string | undefined } | undefined {
    const known = this.#files.get(id);
    if (known?.text === undefined) return undefined;
    return { file: this.#objectOf(id, known, known.text), channel: known.channel };
  }

  #objectOf(id: string, { name, user }: Pick<KnownFile, 'name' | 'user'>, text: string): JsonObject {
    const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'text';
    const url = `${this.base()}/files-pri/T0SANDBOX-${id}`;
    return {
      id,
      name,
      title: name,
      user,
      size: Buffer.byteLength(text),
      mimetype: extension === 'csv' ? 'text/csv' : 'text/plain',
      filetype: extension,
      mode: 'hosted',
      url_private: `${url}/${encodeURIComponent(name)}`,
      url_private_download: `${url}/download/${encodeURIComponent(name)}`,
      permalink: `${this.base()}${pathOf(id, user, name)}`,
    };
  }

  reserve(name: string, user: string): { file_id: string; upload_url: string } {
    const id = `F${randomBytes(6).toString('hex').toUpperCase()}`;
    this.#files.set(id, { name, user });
    const [oldest] = this.#files.keys();
    if (this.#files.size > MAX_FILES && oldest !== undefined) this.#files.delete(oldest);
    return { file_id: id, upload_url: `${this.base()}/upload/v1/${id}` };
  }

  /** Undefined unless it was uploaded. */
  get(id: string): (SharedFile & { readonly text: string }) | undefined {
    const file = this.#files.get(id);
    if (file?.text === undefined) return undefined;
    const { name, user, text } = file;
    return { id, name, text, size: Buffer.byteLength(text), url: pathOf(id, user, name) };
  }

  async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, privateId] = /^\/files-pri\/T0SANDBOX-(F[\dA-F]+)\/./.exec(path) ?? [];
    if (privateId !== undefined) return this.#sendPrivate(privateId, request, response);
    const [, kind, id = ''] = /^\/(upload\/v1|files\/[UW]\w+)\/(F[\dA-F]+)(?:\/|$)/.exec(path) ?? [];
    if (kind === undefined) return false;
    if (kind !== 'upload/v1') this.#send(id, response);
    else await this.#receive(id, request, response);
    return true;
  }

  #sendPrivate(id: string, request: IncomingMessage, response: ServerResponse): true {
    const isApp = request.headers.authorization === `Bearer ${this.botToken}`;
    if (isApp && this.scopes().has('files:read')) this.#send(id, response);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SIGN_IN);
    return true;
  }

  #send(id: string, response: ServerResponse): void {
    const file = this.get(id);
    if (!file) throw new RequestError(404, 'file_not_found');
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(file.text);
  }

  /** Raw bytes, or the only part of a form. */
  async #receive(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.#files.get(id);
    if (!file) throw new RequestError(404, 'file_not_found');
    const body = await readRequestBody(request, MAX_FILE_BYTES_IN_SLACK);
    const type = request.headers['content-type'] ?? '';
    file.text = type.startsWith('multipart/form-data') ? await onlyPart(body, type) : body;
    sendJson(response, 200, { ok: true });
  }
}

/** Where people find it in a browser. */
const pathOf = (id: string, user: string, name: string): string =>
  `/files/${user}/${id}/${encodeURIComponent(name)}`;

async function onlyPart(body: string, type: string): Promise<string> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const [part] = form.values();
  return typeof part === 'string' ? part : ((await part?.text()) ?? '');
}
