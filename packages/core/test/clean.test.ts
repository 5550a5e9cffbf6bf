import { expect, test } from "vitest";
import { cleanArticle } from "../src/clean/clean-article.ts";
import type { Article } from "../src/model/article.ts";
import type { Document } from "../src/model/document.ts";

const base: Article = {
  kind: "article",
  id: null,
  text: "",
  layout: "page",
  blocks: null,
  title: null,
  byline: null,
  published: null,
  source: null,
  url: null,
  language: null,
  issues: [],
};

/** The paragraphs as "kind: words", breaks folded, with ">n" behind the kind where it repeats paragraph n. */
function shown(document: Document): string[] {
  return document.paragraphs.map(({ start, end, kind, repeats }) => {
    const words = document.text.slice(start, end).replace(/\s+/g, " ");
    return `${kind}${repeats === null ? "" : `>${repeats}`}: ${words}`;
  });
}

// Two paragraphs of filler that make a text a page; rows put their line before, between or behind them.
const one = "The two ministers met in the capital and spoke about trade, water and the border for three hours.";
const two = "They will meet again in the spring, officials of both sides said after the talks had ended.";

const lines: readonly { readonly line: string; readonly kind: string; readonly why?: string }[] = [
  { line: "0", kind: "count" },
  { line: "12 Comments", kind: "count" },
  { line: "1.2K Shares", kind: "count" },
  { line: "Share 34", kind: "count" },
  { line: "5 min read", kind: "count" },
  { line: "0 Comments. Be the first to comment.", kind: "count" },
  { line: "12 soldiers were killed.", kind: "body", why: "a sentence that begins with a number" },
  { line: "By Jane Doe", kind: "byline" },
  { line: "By Jane Doe and Omar al-Rashid | 12 June 2022", kind: "byline" },
  { line: "Our Correspondent", kind: "byline" },
  { line: "Jane Doe, Staff Reporter", kind: "byline" },
  { line: "(Reporting by Jane Doe in Oslo; Editing by John Roe)", kind: "byline" },
  { line: "By Monday, the troops had left.", kind: "body", why: "a sentence that begins with By" },
  { line: "By law the army may not strike.", kind: "body" },
  { line: "June 12, 2022", kind: "dateline" },
  { line: "Published: 12 June 2022, 10:30 GMT", kind: "dateline" },
  { line: "Updated 3 hours ago", kind: "dateline" },
  { line: "Islamabad | June 12, 2022", kind: "dateline" },
  { line: "NAIROBI, Kenya (AP) _", kind: "dateline" },
  { line: "WASHINGTON _", kind: "dateline" },
  { line: "(Undated)", kind: "dateline" },
  { line: "June 12, 2022 was the day of the truce.", kind: "body", why: "a sentence that begins with a date" },
  { line: "Talks resume on June 12, 2022.", kind: "body" },
  { line: "Home > World > Asia", kind: "navigation" },
  { line: "Skip to content", kind: "navigation" },
  { line: "Share this", kind: "navigation" },
  { line: "Read more: The rivers of the north", kind: "navigation" },
  { line: "Advertisement", kind: "navigation" },
  { line: "© 2022 The Daily. All rights reserved.", kind: "navigation" },
  { line: "Subscribe to our newsletter for news at noon.", kind: "navigation" },
  { line: "We use cookies to make this site better.", kind: "navigation" },
  { line: "HOME   WORLD   ASIA   SPORT", kind: "navigation" },
  { line: "143 shares   Share this   Save   Print", kind: "navigation" },
  { line: "The commission fined two firms for their use of cookies.", kind: "body", why: "news about cookies" },
  { line: "Related officials were dismissed.", kind: "body" },
  { line: "Photo: A bridge over the river", kind: "caption" },
  { line: "A bridge over the river. (File photo)", kind: "caption" },
  { line: "Soldiers on a bridge. REUTERS/Jane Doe", kind: "caption" },
  { line: "The Reuters/Ipsos poll showed him ahead.", kind: "body" },
  { line: "Photographs of the site showed no damage.", kind: "body" },
  { line: "- The first point of the plan", kind: "list" },
  { line: "• The second point of the plan", kind: "list" },
  { line: "He refused.", kind: "body", why: "a short sentence is body" },
  { line: "NATO - the alliance - kept silent.", kind: "body", why: "a dash makes no date line" },
  { line: "The North Atlantic Treaty Organization (NATO) — founded in 1949 — kept silent.", kind: "body" },
  { line: "“We shall not give in,” he said.", kind: "body", why: "a quotation of the body is no pull quote" },
];

test.each(lines)("$kind: $line", ({ line, kind }) => {
  const text = `Ministers of two neighbours meet\n\n${one}\n\n${line}\n\n${two}\n`;
  expect(shown(cleanArticle({ ...base, text }))).toEqual([
    "title: Ministers of two neighbours meet",
    `body: ${one}`,
    `${kind}: ${line.replace(/\s+/g, " ")}`,
    `body: ${two}`,
  ]);
});

interface Page {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly layout?: "body";
  readonly title?: string;
}

const wrapped =
  "The foreign ministers of the two neighbours met in the capital on Monday and\nspoke for three hours about the waters of the river, the border posts and the\ntrade in grain, their offices said.";
const wrappedTwo =
  "They agreed to open two more crossings before the winter, and to send experts\nto the dams on the upper river. A date for the next meeting was not named. The\nopposition called the talks a show.";
const fold = (text: string) => text.replace(/\s+/g, " ");

const pages: readonly Page[] = [
  {
    name: "one sentence is body",
    text: "Iran struck a base in Iraq.",
    expected: ["body: Iran struck a base in Iraq."],
  },
  {
    name: "one line without a stop is body",
    text: "Iran strikes base in Iraq",
    expected: ["body: Iran strikes base in Iraq"],
  },
  { name: "one number in a record is body", layout: "body", text: "12", expected: ["body: 12"] },
  {
    name: "furniture directly above and below a wrapped paragraph",
    text: `Neighbours open crossings\n12 Comments\n${wrapped}\n\n${wrappedTwo}\nShare this\n`,
    expected: [
      "title: Neighbours open crossings",
      "count: 12 Comments",
      `body: ${fold(wrapped)}`,
      `body: ${fold(wrappedTwo)}`,
      "navigation: Share this",
    ],
  },
  {
    name: "wrapped lines with CRLF",
    text: `${wrapped}\n\n${wrappedTwo}`.replaceAll("\n", "\r\n"),
    expected: [`body: ${fold(wrapped)}`, `body: ${fold(wrappedTwo)}`],
  },
  {
    name: "wrapped lines of a record",
    layout: "body",
    text: `${wrapped}\n\n${wrappedTwo}`,
    expected: [`body: ${fold(wrapped)}`, `body: ${fold(wrappedTwo)}`],
  },
  {
    name: "a paragraph a line",
    text: `Neighbours open crossings\n${fold(wrapped)}\n${fold(wrappedTwo)}\nHe refused.\n${one}`,
    expected: [
      "title: Neighbours open crossings",
      `body: ${fold(wrapped)}`,
      `body: ${fold(wrappedTwo)}`,
      "body: He refused.",
      `body: ${one}`,
    ],
  },
  {
    name: "a long unwrapped paragraph beside wrapped ones",
    text: `${wrapped}\n\n${fold(wrappedTwo)}\n${one}`,
    expected: [`body: ${fold(wrapped)}`, `body: ${fold(wrappedTwo)}`, `body: ${one}`],
  },
  {
    name: "short lines of a record, no title is looked for",
    layout: "body",
    text: "Truce holds in the north\nIran struck a base.\nIraq condemned it.",
    expected: ["body: Truce holds in the north", "body: Iran struck a base.", "body: Iraq condemned it."],
  },
  {
    name: "line and paragraph separators, a form feed inside a paragraph, blanks that do not break",
    text: "\u00a0The ministers met in the capital of the north and\fspoke about the river.\u2029\u00a0\u2028They left on Monday.\u00a0",
    expected: [
      "body: The ministers met in the capital of the north and spoke about the river.",
      "body: They left on Monday.",
    ],
  },
  {
    name: "a caption twice, and a pull quote without its first quotation mark",
    text: `Neighbours open crossings\n\n0\nA river in the north\nA river in the north\n\nto open two more crossings before the winter, and to\nsend experts.”\n\n${one}\n\n${wrappedTwo}`,
    expected: [
      "title: Neighbours open crossings",
      "count: 0",
      "caption: A river in the north",
      "caption>2: A river in the north",
      "quote>6: to open two more crossings before the winter, and to send experts.”",
      `body: ${one}`,
      `body: ${fold(wrappedTwo)}`,
    ],
  },
  {
    name: "a pull quote told before its paragraph",
    text: `Neighbours open crossings\n\n“They agreed to open two more crossings before\nthe winter”\n\n${one}\n\n${wrappedTwo}`,
    expected: [
      "title: Neighbours open crossings",
      "quote>3: “They agreed to open two more crossings before the winter”",
      `body: ${one}`,
      `body: ${fold(wrappedTwo)}`,
    ],
  },
  {
    name: "a paragraph printed twice, and a short sentence said twice",
    text: `${one}\n\nHe refused.\n\n${two}\n\nHe refused.\n\n${wrapped}\n\n${fold(wrapped)}\n\n${one}`,
    expected: [
      `body: ${one}`,
      "body: He refused.",
      `body: ${two}`,
      "body: He refused.",
      `body: ${fold(wrapped)}`,
      `body>4: ${fold(wrapped)}`,
      `body>0: ${one}`,
    ],
  },
  {
    name: "menu, name of the site, headline, deck, links below",
    text: `The Daily\n\nHome\nWorld\nAsia\n\nNeighbours agree to open more crossings\n\nMinisters speak of a new age\n\n12 June 2022\n\n${one}\n\nWhat comes next\n\n${two}\n\nRead more:\nFive rivers in peril\n- Who owns the dams`,
    expected: [
      "navigation: The Daily",
      "navigation: Home",
      "navigation: World",
      "navigation: Asia",
      "title: Neighbours agree to open more crossings",
      "other: Ministers speak of a new age",
      "dateline: 12 June 2022",
      `body: ${one}`,
      "other: What comes next",
      `body: ${two}`,
      "navigation: Read more:",
      "navigation: Five rivers in peril",
      "navigation: - Who owns the dams",
    ],
  },
  {
    name: "a title given is found, also below another line",
    title: "Ministers meet",
    text: `Asia today and tomorrow\n\nMinisters Meet\n\n${one}\n\n${two}`,
    expected: ["body: Asia today and tomorrow", "title: Ministers Meet", `body: ${one}`, `body: ${two}`],
  },
];

test.each(pages)("paragraphs: $name", ({ text, expected, layout, title = null }) => {
  expect(shown(cleanArticle({ ...base, text, layout: layout ?? "page", title }))).toEqual(expected);
});

const heads: readonly { readonly head: string; readonly source: string | null; readonly day: string | null }[] = [
  { head: "ISLAMABAD, June 12 (Reuters) -", source: "Reuters", day: null },
  { head: "BEIJING, April 20, 2015 (Xinhua) --", source: "Xinhua", day: "2015-04-20" },
  { head: "KYIV —", source: null, day: null },
  { head: "NEW DELHI (AP) _", source: "AP", day: null },
  { head: "INDEPENDENCE, Mo. (AP)--", source: "AP", day: null },
  { head: "June 12, 2022, Islamabad:", source: null, day: "2022-06-12" },
  { head: "ISLAMABAD:", source: null, day: null },
  { head: "Moscow, 9 May 2022 (TASS) –", source: "TASS", day: "2022-05-09" },
  { head: "**KAMRA, March 11 —**", source: null, day: null },
  { head: "SEOUL/TOKYO, Jan. 3, 2023 (Kyodo/Yonhap) —", source: "Kyodo/Yonhap", day: "2023-01-03" },
];

test.each(heads)("date line before a sentence: $head", ({ head, source, day }) => {
  const document = cleanArticle({ ...base, layout: "body", text: `${head} ${one}\n\n${two}` });
  expect(shown(document)).toEqual([`dateline: ${head}`, `body: ${one}`, `body: ${two}`]);
  expect([document.source, document.published, document.publishedBasis]).toEqual([source, day, day && "dateline"]);
});

const noHeads = [
  "NATO — The alliance kept silent on the matter.",
  "BREAKING: Iran struck a base in Iraq.",
  "The minister — Who had slept — left early.",
  "China - Pakistan trade grew last year.",
  "CHINA - PAKISTAN TRADE GREW",
  "He said: The war is over.",
  "CLARIFICATION: The talks were held in May.",
  "MORE DOUBTFUL CLAIMS — The minister denied them.",
  "The Inter-Services Public Relations (ISPR), in a release, said so - it is true.",
  "In June 2022, Islamabad - The capital - was calm.",
];

test.each(noHeads)("no date line: %s", (text) => {
  expect(shown(cleanArticle({ ...base, layout: "body", text: `${text}\n\n${two}` }))[0]).toBe(`body: ${text}`);
});

const days: readonly { readonly lines: string; readonly day: string | null; readonly given?: string }[] = [
  { lines: "Published: 12 June 2022", day: "2022-06-12" },
  { lines: "June 12th, 2022", day: "2022-06-12" },
  { lines: "2022-06-12", day: "2022-06-12" },
  { lines: "12/06/2022", day: null },
  { lines: "25/06/2022", day: "2022-06-25" },
  { lines: "06/25/2022", day: "2022-06-25" },
  { lines: "30 February 2022", day: null },
  { lines: "June 2022", day: null },
  { lines: "Updated June 14, 2022", day: null },
  { lines: "Updated June 14, 2022\n\nPublished June 12, 2022", day: "2022-06-12" },
  { lines: "Published June 12, 2022 | Updated June 14, 2022", day: "2022-06-12" },
  { lines: "Updated: June 14, 2022 | Published: June 12, 2022", day: "2022-06-12" },
  { lines: "By Jane Doe | June 12, 2022", day: "2022-06-12" },
  { lines: "June 12, 2022 was the day of the truce.", day: null },
  { lines: "June 12, 2022", given: "2022-06-13", day: "2022-06-13" },
];

test.each(days)("publication day: $lines", ({ lines: head, day, given = null }) => {
  const text = `Ministers of two neighbours meet\n\n${head}\n\n${one}\n\n${two}`;
  const document = cleanArticle({ ...base, text, published: given });
  expect(document.published).toBe(day);
  expect(document.publishedBasis).toBe(given !== null ? "carrier" : day === null ? null : "dateline");
});

function publishedWithFoot(line: string): string | null {
  return cleanArticle({ ...base, text: `${one}\n\n${two}\n\n${fold(wrapped)}\n\n${line}` }).published;
}

test("a date at the foot is no publication day, unless the line says so", () => {
  expect(publishedWithFoot("June 12, 2022")).toBeNull();
  expect(publishedWithFoot("Published in The Daily, June 12th, 2022")).toBe("2022-06-12");
});

test("blocks of the carrier: kinds are kept, furniture among body blocks is told, and what no block covers is other", () => {
  const parts = [
    ["title", "Neighbours open crossings"],
    ["body", "12 Comments"],
    ["caption", "A river in the north"],
    ["body", `LAHORE (AP) - ${one}`],
    [null, "left over"],
    ["quote", "We shall open them before the snow falls, he said."],
    ["body", "Short body line"],
    ["other", "Related"],
    ["list", "Five rivers in peril"],
  ] as const;
  let text = "";
  const blocks = parts.flatMap(([kind, words]) => {
    const start = text.length + (text === "" ? 0 : 2);
    text += `${text === "" ? "" : "\n\n"}${words}`;
    return kind === null ? [] : [{ start, end: text.length, kind }];
  });
  const document = cleanArticle({ ...base, text, blocks });
  expect(shown(document)).toEqual([
    "title: Neighbours open crossings",
    "count: 12 Comments",
    "caption: A river in the north",
    "dateline: LAHORE (AP) -",
    `body: ${one}`,
    "other: left over",
    "quote: We shall open them before the snow falls, he said.",
    "body: Short body line",
    "navigation: Related",
    "navigation: Five rivers in peril",
  ]);
  expect([document.title, document.source]).toEqual(["Neighbours open crossings", "AP"]);
});

test("ids, issues and the title of the document", () => {
  const issue = { code: "x", level: "info", message: "m" } as const;
  const empty = cleanArticle({ ...base, text: " \r\n\u00a0", issues: [issue] });
  expect(empty.issues.map(({ code }) => code)).toEqual(["x", "empty-text"]);
  expect(empty.paragraphs).toEqual([]);
  expect(empty.id).toMatch(/^[0-9a-f]{16}$/);
  expect(cleanArticle({ ...base, text: one, id: "a" }).id).toBe("a");
  expect(cleanArticle({ ...base, text: one, url: "u" }).id).not.toBe(cleanArticle({ ...base, text: one }).id);
  expect(cleanArticle({ ...base, text: `Ministers of two\r\nneighbours meet\r\n\r\n${one}` }).title).toBe(
    "Ministers of two neighbours meet",
  );
});
