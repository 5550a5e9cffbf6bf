/** @packageDocumentation The library of Comity: what the command line, the workers and the web app share. Everything else is internal. */
export { ComityError } from "./base/comity-error.ts";
export { contentId, sha256Hex } from "./base/hash.ts";
export type { Issue } from "./base/issue.ts";
export type { Span, TextSpan } from "./base/span.ts";
export type { ActorCard, CardSpan } from "./codebook/actors/actor-card.ts";
export type { OwnTable } from "./codebook/actors/actors.ts";
export { knownActors, type ConvertedTables } from "./codebook/actors/known-actors.ts";
export { lookUp } from "./codebook/actors/look-up.ts";
export { nameLists } from "./codebook/actors/name-lists.ts";
export { nearNames } from "./codebook/actors/near-names.ts";
export { ORGANISATION_COLUMNS } from "./codebook/actors/organisations.ts";
export { readOwnTable } from "./codebook/actors/own-table.ts";
export { PEOPLE_COLUMNS } from "./codebook/actors/people.ts";
export { rowId } from "./codebook/actors/row-id.ts";
export { wikidataPeople } from "./codebook/actors/wikidata-people.ts";
export { CODEBOOK_FILES, type Codebook } from "./codebook/codebook.ts";
export { TokenTrie, type TrieMatch } from "./codebook/token-trie.ts";
export { compileLanguage } from "./codebook/language.ts";
export { codedDocumentSchema, type CodedDocument } from "./contract/coded-document.ts";
export { encodeConllu } from "./contract/conllu-encode.ts";
export { segmentConllu, withAnalysis } from "./contract/conllu-gold.ts";
export { ConlluReader, type ConlluItem } from "./contract/conllu-read.ts";
export { beginsDocument, beginsParagraph, commentValue, type ConlluSentence } from "./contract/conllu-sentence.ts";
export { writeConllu } from "./contract/conllu-write.ts";
export { encodeCoded } from "./contract/encode-coded.ts";
export {
  encodeParsedSentence,
  openParsedJson,
  PARSED_JSON_END,
  parsedDocumentSchema,
  type ParsedDocumentJson,
  type ParsedPlace,
} from "./contract/parsed-json.ts";
export type { Article, InputKind } from "./model/article.ts";
export type { Document } from "./model/document.ts";
export { linkActors } from "./coref/link-actors.ts";
export { findActors } from "./mention/find-actors.ts";
export { openGazetteer, type Gazetteer } from "./codebook/gazetteer.ts";
export { findPlaces } from "./mention/place/find-places.ts";
export { findTimes } from "./mention/time/find-times.ts";
export type { EventDate, TimeMention } from "./model/time.ts";
export type { Coded } from "./model/event.ts";
export type { ActorMention, Chain, Linked, Mentioned } from "./model/mention.ts";
export type { Paragraph } from "./model/paragraph.ts";
export { plainDocument } from "./model/plain-document.ts";
export type { Name, Parsed, ParsedSentence, Word } from "./model/parsed.ts";
export type { Segmented, Sentence, Token } from "./model/segmented.ts";
export { codeArticle, CODERS, type CoderName } from "./pipeline/code-article.ts";
export { loadCodebook } from "./pipeline/load-codebook.ts";
export { loadReader, type Reader } from "./pipeline/load-reader.ts";
export type { ArticleHints } from "./read/article-hints.ts";
export { parseIsoDay } from "./read/iso-day.ts";
export { readHtml } from "./read/read-html.ts";
export { readMarkdown } from "./read/read-markdown.ts";
export { readRecord } from "./read/read-record.ts";
export { readText } from "./read/read-text.ts";
export { segmentDocument } from "./segment/segment-document.ts";
export { loadSegmenter, type Segmenter } from "./segment/segmenter.ts";
export { checkCueRows } from "./pipeline/check-cue-rows.ts";
export { checkEventRows, type RowFault } from "./pipeline/check-event-rows.ts";
export { explainArticle } from "./pipeline/explain-article.ts";
export type { ExplainedActor, ExplainedEvent, ExplainedSentence, ExplainedWord } from "./event/explain-sentence.ts";
export { EVENT_TYPES, type EventType } from "./model/plover.ts";
export type { Proposition, Statement } from "./model/statement.ts";
export type { Claim, ClaimRecord } from "./merge/claim.ts";
export { groupClaims } from "./merge/group-claims.ts";
export { pairReadouts, type Readout, type Telling } from "./merge/pair-readouts.ts";
export { copiesOf, type TextSentences } from "./merge/report-texts.ts";
export type { CodedEvent } from "./model/event.ts";
export { codeEvents } from "./event/code-events.ts";
export { findStatements } from "./statement/find-statements.ts";
