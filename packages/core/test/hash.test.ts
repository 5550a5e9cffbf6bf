import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentId, sha256Hex } from "../src/base/hash.ts";

describe("sha256Hex", () => {
  it("is what Node's own SHA-256 of the UTF-8 bytes is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
    );
  });
});

describe("contentId", () => {
  it("keeps parts apart", () => {
    expect(contentId("ab", "c")).not.toBe(contentId("a", "bc"));
    expect(contentId("a", 1)).toBe(contentId("a", "1"));
    expect(contentId("a")).toMatch(/^[0-9a-f]{16}$/u);
  });
});
