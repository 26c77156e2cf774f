import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { MissingInput } from "./errors.js";
import { addressLiteral, isPublicAddress } from "./public-address.js";

export interface PublicAgentOptions {
  /** Opens the guard. For tests against a server on this machine, and for nothing else. */
  readonly allowPrivate?: boolean;
  /** Resolves names instead of the system's resolver. */
  readonly lookup?: LookupFunction;
  /** Makes the connections, once the host has passed and with the guarded lookup. */
  readonly connector?: buildConnector.connector;
}

const CONNECT_MS = 10_000;

/**
 * Connections to the open network only. Every connection is judged three times: the host where it is written as an address (for
 * which no name is looked up), every address that its name has at that moment, and the address that the socket is connected to.
 * A name that answers otherwise the next time (DNS rebinding) and a redirect gain nothing by it.
 */
export function publicAgent(options: PublicAgentOptions = {}): Agent {
  return new Agent({ connect: guardedConnector(options), connections: 2, pipelining: 1 });
}

/** @see publicAgent */
export function guardedConnector(options: PublicAgentOptions = {}): buildConnector.connector {
  const lookup = options.lookup ?? (systemLookup as LookupFunction);
  if (options.allowPrivate) return options.connector ?? buildConnector({ timeout: CONNECT_MS, lookup });
  const connect = options.connector ?? buildConnector({ timeout: CONNECT_MS, lookup: guardedLookup(lookup) });
  return (target, callback) => {
    const literal = addressLiteral(target.hostname);
    if (literal !== null && !isPublicAddress(literal)) {
      callback(notPublic(target.hostname, literal), null);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      if (!isPublicAddress(socket.remoteAddress ?? "")) {
        socket.destroy();
        return callback(notPublic(target.hostname, socket.remoteAddress ?? "unknown"), null);
      }
      callback(null, socket);
    });
  };
}

/** Passes on the public addresses of a name; fails where it has none. */
export function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (host, options: LookupOptions, callback) => {
    lookup(host, options, (error, answer, family) => {
      if (error) return callback(error, "", 0);
      const all: LookupAddress[] =
        typeof answer === "string" ? [{ address: answer, family: family ?? 0 }] : answer;
      const open = all.filter(({ address }) => isPublicAddress(address));
      const first = open[0];
      if (first === undefined) return callback(notPublic(host, all[0]?.address ?? "none"), "", 0);
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

/** The refusal; `address` is where the host leads. */
export function notPublic(host: string, address: string): MissingInput {
  const where = address === host ? host : `${host} (${address})`;
  return new MissingInput(
    "private-address",
    `${where} is not on the open network; private, local and reserved addresses are not fetched. Save the page and give the file.`,
  );
}
