import { expect, test } from "vitest";
import { addressLiteral, isPublicAddress } from "./public-address.js";

test.each([
  ["this host", "0.0.0.0", "0.1.2.3", "::"],
  ["loopback", "127.0.0.1", "127.8.9.10", "::1"],
  ["private", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "fc00::1", "fd12::1"],
  ["link-local and site-local", "169.254.1.1", "fe80::1", "fe80::1%eth0", "fec0::1"],
  ["carrier NAT", "100.64.0.1"],
  [
    "metadata services",
    "169.254.169.254",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "fd00:ec2::254",
  ],
  ["multicast and broadcast", "224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1"],
  [
    "reserved",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "240.0.0.1",
    "2001:db8::1",
    "100::1",
  ],
  ["IPv4 inside IPv6", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "::127.0.0.1"],
  ["NAT64", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1"],
  ["6to4 and Teredo", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::1"],
  ["not given out", "4000::1", "5f00::1"],
  ["no address", "", "localhost", "example.org", "unknown"],
])("%s is not public", (_, ...addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test("what is left is", () => {
  const addresses = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"];
  expect(addresses.filter(isPublicAddress)).toEqual(addresses);
});

test("a literal is known in every notation", () => {
  for (const host of ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "0x7f.1"]) {
    expect(addressLiteral(host), host).toBe("127.0.0.1");
  }
  expect(addressLiteral("[::1]")).toBe("::1");
  expect(isPublicAddress(addressLiteral("[::ffff:7f00:1]")!)).toBe(false);
  expect(["localhost", "example.org", "127.0.0.1.example.org"].map(addressLiteral)).toEqual([
    null,
    null,
    null,
  ]);
});
