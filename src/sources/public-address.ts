import ipaddr from "ipaddr.js";

/** IPv6 addresses that are given out for the open network; what lies outside is local, mapped, translated or not in use. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");

/** A cloud's metadata service that has a formally public address (Azure); those of the others are link-local or private. */
const METADATA = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the open network: not private, loopback, link-local, multicast, reserved, nor a form that
 * carries another address in it (IPv4-mapped, NAT64, 6to4, Teredo). False for what is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== "unicast") return false;
  return ip instanceof ipaddr.IPv6 ? ip.match(GLOBAL_UNICAST, 3) : !METADATA.has(ip.toString());
}

/** The IP address that a host is written as, in any notation (`127.1`, `0x7f000001`, `[::1]`), or null where it is a name. */
export function addressLiteral(host: string): string | null {
  const bare = host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
  return ipaddr.isValid(bare) ? ipaddr.parse(bare).toString() : null;
}
