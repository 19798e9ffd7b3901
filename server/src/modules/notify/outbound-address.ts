import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { DomainError } from '../../platform/errors/domain-error.js';
import { notifyErrors } from './notify.errors.js';

/** Networks that lead into the machine or the house (RFC 6890), so that a setting cannot make the server knock on inner doors. */
const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) inner.addSubnet(net, bits, 'ipv6');

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const four = mapped.exec(address)?.[1];
  if (four) return isPublicAddress(four);
  const family = isIP(address);
  // `::ffff:7f00:1` is 127.0.0.1 too; nobody writes a mail server like that.
  if (family === 6 && /^::(ffff:)?[0-9a-f]*:?[0-9a-f]*$/i.test(address)) return false;
  return family === 4 ? !inner.check(address, 'ipv4') : family === 6 && !inner.check(address, 'ipv6');
}

/**
 * The address to connect to. The name is looked up once and the connection goes to that very address, so that no second
 * answer of the name server can lead elsewhere. Throws where it is private and not allowed.
 * @param allowed Hosts, as configured, that may be private.
 */
export async function outboundAddress(host: string, allowed: readonly string[]): Promise<{ address: string; family: 4 | 6 }> {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  const found = await lookup(name, { all: true }).catch(() => []);
  const isAllowed = allowed.includes(name);
  const usable = found.find(({ address }) => isAllowed || isPublicAddress(address));
  if (found.length === 0) throw new DomainError(notifyErrors.ADDRESS_UNKNOWN, { params: { host: name.slice(0, 200) } });
  // A name that answers with both kinds is not trusted with either.
  if (!usable || (!isAllowed && !found.every(({ address }) => isPublicAddress(address)))) throw new DomainError(notifyErrors.ADDRESS_REFUSED, { params: { host: name.slice(0, 200) } });
  return { address: usable.address, family: usable.family === 6 ? 6 : 4 };
}
