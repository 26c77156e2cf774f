/** Whether a name is an address of the web. */
export function isWebAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** An address as it may be shown: what stands before the "@" can be a password. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
}

/** A readable name for what stands at an address: the last part of its path without extension, else the host. */
export function addressName(address: string): string {
  const { host, parts } = addressParts(address);
  const last = parts.findLast((part) => !/^(?:index|default)$/i.test(part));
  return last ?? host;
}

/** The host as a name, without `www.`. */
export function addressHost(address: string): string {
  return addressParts(address).host;
}

function addressParts(address: string): { host: string; parts: string[] } {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { host: "address", parts: [] };
  }
  const parts = url.pathname
    .split("/")
    .map((part) =>
      plainName(decoded(part).replace(/(?<=.)\.(?:x?html?|md|markdown|te?xt|php|aspx?|jsp)$/i, "")),
    )
    .filter((part) => part !== "");
  return { host: plainName(url.hostname.replace(/^www\.(?=.*\.)/, "")) || "address", parts };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function plainName(part: string): string {
  return part
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[-.]+|-+$/g, "")
    .slice(0, 80);
}
