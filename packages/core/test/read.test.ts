import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanArticle } from "../src/clean/clean-article.ts";
import type { Article } from "../src/model/article.ts";
import { parseIsoDay } from "../src/read/iso-day.ts";
import { languageTag } from "../src/read/language-tag.ts";
import { readHtml } from "../src/read/read-html.ts";
import { readMarkdown } from "../src/read/read-markdown.ts";
import { readRecord } from "../src/read/read-record.ts";
import { readText } from "../src/read/read-text.ts";

const hints = { id: "hint-id", published: "2001-02-03", source: "Hint", url: "https://hint.example/", language: "fr" };
const none = { id: null, published: null, source: null, url: null, language: null };
const long =
  "The two ministers met in the capital and spoke about trade, water, and the border for three hours, their offices said. ";

function blocks({ text, blocks: marked }: Article): string[] {
  return (marked ?? []).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

const codes = (article: Article) => article.issues.map(({ code, level }) => `${level} ${code}`);

test.each([
  ["2022-06-12", "2022-06-12"],
  [" 2022-06-12T23:30:00-05:00 ", "2022-06-12"],
  ["2022-06-12 08:15", "2022-06-12"],
  ["2022-06-12T08:15Z", "2022-06-12"],
  ["20220612", "2022-06-12"],
  ["20220612T081500Z", "2022-06-12"],
  ["2022/06/12", "2022-06-12"],
  ["Sun, 12 Jun 2022 08:15:00 GMT", "2022-06-12"],
  ["June 12, 2022 8:15 am", "2022-06-12"],
  ["2024-02-29", "2024-02-29"],
  ["2000-02-29", "2000-02-29"],
  ["2023-02-29", null],
  ["1900-02-29", null],
  ["0000-00-00", null],
  ["2022-13-45", null],
  ["2022-06-31", null],
  ["12/06/2022", null],
  ["2022", null],
  ["2022-06", null],
  ["1655020800", null],
  ["yesterday", null],
  ["Juneau 12, 2022", null],
  ["", null],
])("day of %j is %j", (text, day) => expect(parseIsoDay(text)).toBe(day));

test.each([
  ["EN", "en"],
  ["en_us", "en-US"],
  ["en-GB", "en-GB"],
  ["english", null],
  ["", null],
])("language tag of %j is %j", (text, tag) => expect(languageTag(text)).toBe(tag));

test("a text is kept code unit for code unit, with what the hints say", () => {
  const text = "\uFEFF a\r\n\u00a0b \ud800";
  expect(readText(text, { ...hints, title: "T" })).toEqual({
    kind: "article",
    text,
    layout: "page",
    blocks: null,
    byline: null,
    ...hints,
    title: "T",
    issues: [],
  });
});

const markdown: readonly { readonly name: string; readonly text: string; readonly expected: readonly string[] }[] = [
  {
    name: "heading, body, subheading",
    text: "# A b #\n\nOne\ntwo\n\n## C\nThree",
    expected: [
      "navigation: #",
      "title: A b",
      "navigation: #",
      "body: One\ntwo",
      "navigation: ##",
      "other: C",
      "body: Three",
    ],
  },
  {
    name: "underlined heading",
    text: "A b\n===\nOne\n\n---\nTwo",
    expected: ["title: A b", "navigation: ===", "body: One", "navigation: ---", "body: Two"],
  },
  {
    name: "quotation and list",
    text: "> One\n> two\n\n- a\n  b\n- c\n2. d",
    expected: [
      "navigation: >",
      "quote: One\n> two",
      "navigation: -",
      "list: a\n  b",
      "navigation: -",
      "list: c",
      "navigation: 2.",
      "list: d",
    ],
  },
  {
    name: "image and links",
    text: "![A river](x.png)\n[a](b) | [c](d)\n\nSee [a](b) for more.",
    expected: [
      "navigation: ![",
      "caption: A river",
      "navigation: ](x.png)",
      "navigation: [a](b) | [c](d)",
      "body: See [a](b) for more.",
    ],
  },
  {
    name: "code and table",
    text: "```\n# x\n```\n| a | b |",
    expected: ["navigation: ```", "other: # x", "navigation: ```", "other: | a | b |"],
  },
  {
    name: "no marks: a number, a dash and a hash inside a line",
    text: "#hashtag is no heading\n\n-5 degrees\n\n1914 was a year",
    expected: ["body: #hashtag is no heading", "body: -5 degrees", "body: 1914 was a year"],
  },
  { name: "front matter", text: "---\ntitle: A\n---\nOne", expected: ["navigation: ---\ntitle: A\n---", "body: One"] },
  { name: "a rule at the head is no front matter", text: "---\n\nOne", expected: ["navigation: ---", "body: One"] },
  { name: "empty", text: "", expected: [] },
];

test.each(markdown)("markdown: $name", ({ text, expected }) => {
  expect(blocks(readMarkdown(text, none))).toEqual(expected);
  expect(
    blocks(readMarkdown(text.replaceAll("\n", "\r\n"), none)).map((line) => line.replaceAll("\r\n", "\n")),
  ).toEqual(expected);
});

test("front matter wins over the hints; what is not plain is passed over", () => {
  const text = `---\ntitle: "Ministers: a \\"talk\\""\nDate: 2022-06-12T10:00:00Z # noon\nauthor: 'Jane Doe'\nsource: The Daily\ncanonical: https://a.example/x\nlang: en_GB\ntags:\n  - a\nlist: [a, b]\n---\nBody.`;
  const article = readMarkdown(text, hints);
  expect(article).toMatchObject({
    id: "hint-id",
    title: 'Ministers: a "talk"',
    published: "2022-06-12",
    byline: "Jane Doe",
    source: "The Daily",
    url: "https://a.example/x",
    language: "en-GB",
    layout: "page",
    text,
    issues: [],
  });
  const bad = readMarkdown("---\ndate: 2022-13-45\n---\nBody.", hints);
  expect([bad.published, codes(bad)]).toEqual(["2001-02-03", ["warning date-not-understood"]]);
});

const page = (head: string, body: string, attributes = 'lang="en-GB"') =>
  `<!DOCTYPE html><html ${attributes}><head>${head}</head><body>${body}</body></html>`;
const article = (inner: string) => `<article><p>${long.repeat(3)}</p>${inner}<p>${long.repeat(2)}</p></article>`;

const facts: readonly { readonly name: string; readonly html: string; readonly expected: Partial<Article> }[] = [
  {
    name: "meta elements",
    html: page(
      '<title>Ministers meet | The Daily</title><meta property="og:title" content="Ministers meet &amp; talk | The Daily"><meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2022-06-12T23:30:00-05:00"><meta name="author" content="Jane Doe"><link rel="canonical" href="https://a.example/x"><meta property="og:url" content="https://a.example/y">',
      article(""),
    ),
    expected: {
      title: "Ministers meet & talk",
      source: "The Daily",
      published: "2022-06-12",
      byline: "Jane Doe",
      url: "https://a.example/x",
      language: "en-GB",
      issues: [],
    },
  },
  {
    name: "structured data in a graph",
    html: page(
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"W"},{"@type":["NewsArticle"],"headline":"Ministers meet","datePublished":"2022-06-12","author":[{"name":"A B"},{"name":"C D"}],"publisher":{"name":"The Daily"},"mainEntityOfPage":{"@id":"https://a.example/z"},"inLanguage":"en"}]}</script>',
      article(""),
      "",
    ),
    expected: {
      title: "Ministers meet",
      source: "The Daily",
      published: "2022-06-12",
      byline: "A B, C D",
      url: "https://a.example/z",
      language: "en",
    },
  },
  {
    name: "broken structured data, title with the site, time element",
    html: page(
      '<script type="application/ld+json">{"@type": "NewsArticle",</script><title>Ministers meet</title>',
      article('<time datetime="2022-06-12">a</time>'),
    ),
    expected: {
      title: "Ministers meet",
      published: "2022-06-12",
      source: "Hint",
      url: "https://hint.example/",
      issues: [
        {
          code: "json-ld-broken",
          level: "info",
          message: "A JSON-LD script of the page is not valid JSON; it is ignored.",
        },
      ],
    },
  },
  {
    name: "a shown date",
    html: page("", `<h1>Ministers meet</h1><p class="dateline">Sunday, 12 June 2022 · Wire</p>${article("")}`),
    expected: { title: "Ministers meet", published: "2022-06-12" },
  },
  {
    name: "a title with a bar that is not the site's",
    html: page('<title>War | Peace</title><meta property="og:site_name" content="The Daily">', article("")),
    expected: { title: "War | Peace" },
  },
  { name: "no facts: the hints", html: page("", article(""), ""), expected: { title: null, ...hints, issues: [] } },
];

test.each(facts)("page facts: $name", ({ html, expected }) => expect(readHtml(html, hints)).toMatchObject(expected));

test.each(["0000-00-00", "2022-13-45", "soon"])("a page's impossible date %s is null with an issue", (date) => {
  const read = readHtml(page(`<meta name="date" content="${date}">`, article("")), none);
  expect([read.published, codes(read)]).toEqual([null, ["warning date-not-understood"]]);
});

test("the text of a page is title and blocks, each with its kind, blanks collapsed", () => {
  const inner = `<h1>Ministers meet</h1><script>var a = "<p>no</p>";</script><p>One&nbsp;\n  two <b>three</b>,<br>four<br><br>five</p>
    <figure><img src="x.jpg" alt="x"><figcaption>A river, in the north</figcaption></figure>
    <blockquote><p>We shall open them, he said.</p></blockquote><h2>What comes next</h2><ul><li>First, this</li><li>Then that</li></ul>`;
  const read = readHtml(
    page("<title>Ministers meet</title>", `<nav><a href="/">Home</a></nav>${article(inner)}`),
    none,
  );
  expect(blocks(read)).toEqual([
    "title: Ministers meet",
    `body: ${long.repeat(3).trim()}`,
    "body: One two three,\nfour",
    "body: five",
    "caption: A river, in the north",
    "quote: We shall open them, he said.",
    "other: What comes next",
    "list: First, this",
    "list: Then that",
    `body: ${long.repeat(2).trim()}`,
  ]);
  expect(read.text).toBe(
    blocks(read)
      .map((line) => line.slice(line.indexOf(": ") + 2))
      .join("\n\n"),
  );
});

test.each([
  ["a fragment", "<p>Iran struck a base in Iraq.</p>", "Iran struck a base in Iraq."],
  ["bare words", "Iran struck a base in Iraq.", "Iran struck a base in Iraq."],
  ["html without body", "<html><p>Iran struck a base.</p></html>", "Iran struck a base."],
  ["body without html", "<body><div>Iran struck a base.</div></body>", "Iran struck a base."],
  ["tags left open", "<p>Iran struck a base.<p>Iraq protested.", "Iran struck a base.\n\nIraq protested."],
])("a page beyond the rules: %s", (_, html, text) => expect(readHtml(html, none).text).toBe(text));

test.each(["", "   ", "<html></html>", page("<title>Ministers meet</title>", "<script>x()</script>")])(
  "a page without text: %j",
  (html) => {
    const read = readHtml(html, none);
    expect(codes(read)).toContain("error no-text");
    expect(read.text).toBe("");
  },
);

test("a page of any tags and words gives sorted blocks, and never throws", () => {
  const scrap = fc.constantFrom(
    ..."<p> </p> <div> </div> <br> <article> <h1> <li> <table> <td> <script> </script> <!-- --> &amp; &#0; < > <body> </html> <title> <time datetime='x'> word Word.".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 }), (parts) => {
      const read = readHtml(parts.join(" "), none);
      let last = 0;
      for (const { start, end } of read.blocks ?? []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      cleanArticle(read);
    }),
    { numRuns: 300, seed: 20220612 },
  );
});

test("very deep and very broken pages are read", () => {
  expect(readHtml(`${"<div>".repeat(3000)}Iran struck a base.`, none).text).toBe("Iran struck a base.");
  expect(readHtml("<html ".repeat(5000), none).kind).toBe("article");
});

test("a record: its fields win over the hints, text wins over html, a number is an id", () => {
  expect(
    readRecord(
      {
        id: 7,
        text: " Iran struck a base.",
        html: "<p>x</p>",
        published: "20220612",
        source: "S",
        url: "U",
        language: "EN",
      },
      hints,
    ),
  ).toMatchObject({
    kind: "article",
    id: "7",
    text: " Iran struck a base.",
    layout: "body",
    blocks: null,
    title: null,
    published: "2022-06-12",
    source: "S",
    url: "U",
    language: "en",
  });
  expect(readRecord({ text: "x", title: "" }, hints)).toMatchObject({ ...hints, title: null });
  const html = page('<title>Page title</title><meta name="date" content="2020-01-01">', article(""));
  expect(readRecord({ html, title: "Given", published: "2022-06-12" }, none)).toMatchObject({
    title: "Given",
    published: "2022-06-12",
    layout: "page",
  });
  expect(readRecord({ html, text: " " }, none)).toMatchObject({ title: "Page title", published: "2020-01-01" });
  const bad = readRecord({ text: "x", published: "0000-00-00" }, none);
  expect(bad.kind === "article" && [bad.published, codes(bad)]).toEqual([null, ["warning date-not-understood"]]);
});

test.each([
  [{ body: "x", title: "y" }, "body, title"],
  [{ text: "" }, "text (blank)"],
  [{ text: 7 }, "text (number)"],
  [{ text: null, html: "  " }, "text (null), html (blank)"],
  [{}, "no fields"],
  [[], "an array"],
  [null, "null"],
  ["words", "a string"],
])("no article in %j", (record, found) => {
  const read = readRecord(record, none);
  expect(read.kind === "unread" && [read.issue.code, read.issue.level]).toEqual(["record-without-text", "error"]);
  expect(read.kind === "unread" && read.issue.message).toContain(found);
});
