/**
 * The checks that Rust makes, near enough for a browser: forms and faults are those of
 * `core`, so that what a person sees while the interface is drawn is what Roomkey says.
 */
import type { ErrorCode } from '../../bindings/ErrorCode';
import type { ErrorView } from '../../bindings/ErrorView';

export function fault(code: ErrorCode, values: Record<string, string> = {}): ErrorView {
  return { code, message: `The shell’s own words for ${code}`, values };
}

export function checkedRoom(typed: string): string {
  const name = typed.trim().split(/\s+/u).join('-').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (name === '') throw fault('roomEmpty');
  for (const found of name) {
    if (/[a-z0-9_-]/.test(found)) continue;
    if (found === '/' || found === '\\') throw fault('roomHasSlash');
    if (/[\p{L}\p{N}]/u.test(found)) throw fault('roomHasOtherScript', { found });
    throw fault('roomHasExcludedCharacter', { found });
  }
  if (name.length > 100) throw fault('roomTooLong', { found: String(name.length) });
  return name;
}

export function checkedName(typed: string): string {
  const name = typed.trim().split(/\s+/u).join(' ');
  if (name === '') throw fault('personNameEmpty');
  if (name.length > 100) throw fault('personNameTooLong', { found: String(name.length) });
  return name;
}

export function checkedEmail(typed: string): string {
  const email = typed.trim();
  if (email !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(email)) throw fault('emailMalformed');
  return email;
}

const PREFIX = 'vpaas-magic-cookie-';

export function checkedAppId(typed: string): string {
  const id = typed.trim().toLowerCase();
  if (id === '') throw fault('appIdEmpty');
  if (!id.startsWith(PREFIX)) throw fault('appIdNoPrefix');
  const rest = id.slice(PREFIX.length);
  if (rest.includes('/')) throw fault('appIdIsKeyId');
  const found = /[^0-9a-f]/.exec(rest)?.[0];
  if (found !== undefined) throw fault('appIdNotHexadecimal', { found });
  if (rest.length !== 32) throw fault('appIdLength', { found: String(rest.length) });
  return id;
}

/** Takes the key id whole or its short part alone, and gives it whole. */
export function checkedKeyId(appId: string, typed: string): string {
  const id = typed.trim();
  if (id === '') throw fault('keyIdEmpty');
  const tenant = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : appId;
  const short = id.slice(id.lastIndexOf('/') + 1);
  if (short.startsWith(PREFIX)) throw fault('keyIdIsAppId');
  if (short === '') throw fault('keyIdNoShortId');
  if (tenant.toLowerCase() !== appId) throw fault('keyIdOfAnotherTenant', { found: tenant });
  const found = /[^\w-]/.exec(short)?.[0];
  if (found !== undefined) throw fault('keyIdCharacter', { found });
  return `${appId}/${short}`;
}

export function checkedDomain(typed: string): string {
  const text = typed.trim().toLowerCase();
  const [, scheme, rest = ''] = /^(?:([a-z]+):\/\/)?(.*?)\/?$/.exec(text) ?? [];
  if (rest === '') throw fault('domainEmpty');
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') throw fault('domainScheme');
  if (/[/?#@]/.test(rest)) throw fault('domainMoreThanHost');
  const [host = '', port] = rest.split(':');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host)) throw fault('domainMalformed', { found: host });
  if (scheme === 'http' && host !== 'localhost' && host !== '127.0.0.1') throw fault('domainInsecure');
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65_535)) {
    throw fault('domainPort', { found: port });
  }
  return rest;
}
