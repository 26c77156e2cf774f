import { describe, expect, test } from "vitest";
import { EndpointError, keyOf, parseEndpoint } from "./endpoint.js";

describe("a second reader's address", () => {
  test.each([
    [
      "openai-compatible:http://127.0.0.1:11434/v1#llama3.1:8b",
      "http://127.0.0.1:11434/v1/chat/completions",
      "llama3.1:8b",
      true,
    ],
    [
      "openai-compatible:http://localhost:8080#org/model#2",
      "http://localhost:8080/chat/completions",
      "org/model#2",
      true,
    ],
    [
      "openai-compatible:https://api.example/v1/chat/completions#m",
      "https://api.example/v1/chat/completions",
      "m",
      false,
    ],
    [
      "openai-compatible:https://api.example/v1/?api-version=2#m",
      "https://api.example/v1/chat/completions?api-version=2",
      "m",
      false,
    ],
    ["openai-compatible:http://[::1]:8000/v1#m", "http://[::1]:8000/v1/chat/completions", "m", true],
    [
      "openai-compatible:http://192.168.1.4:8000/v1#m",
      "http://192.168.1.4:8000/v1/chat/completions",
      "m",
      false,
    ],
    [
      "openai-compatible:http://localhost.evil.example/v1#m",
      "http://localhost.evil.example/v1/chat/completions",
      "m",
      false,
    ],
  ])("%s", (text, url, model, isLocal) => {
    const endpoint = parseEndpoint(text);
    expect(endpoint).toMatchObject({ model, isLocal });
    expect(endpoint.url.href).toBe(url);
  });

  test.each([
    "http://127.0.0.1:11434/v1#m",
    "openai-compatible:http://127.0.0.1:11434/v1",
    "openai-compatible:http://127.0.0.1:11434/v1#",
    "openai-compatible:file:///etc/hosts#m",
    "openai-compatible:127.0.0.1#m",
    "openai-compatible:http://127.0.0.1/v1#a\u001b[31m",
  ])("%j is refused", (text) => expect(() => parseEndpoint(text)).toThrow(EndpointError));

  test("credentials are refused and not repeated", () => {
    try {
      parseEndpoint("openai-compatible:https://ann:s3cret@api.example/v1?token=t0ken#m");
      expect.unreachable();
    } catch (error) {
      const { message, hint, stack } = error as EndpointError;
      expect(message).toContain("api.example");
      expect(`${message}${hint}${stack}`).not.toMatch(/ann|s3cret|t0ken/);
    }
  });

  test("a key is one word, and a bad one is not repeated", () => {
    expect(keyOf(" sk-1 \n")).toBe("sk-1");
    expect(keyOf("")).toBeNull();
    expect(keyOf(undefined)).toBeNull();
    expect(() => keyOf("s3cret\r\nx: y")).toThrow(/^((?!s3cret)[\s\S])*$/);
  });
});
