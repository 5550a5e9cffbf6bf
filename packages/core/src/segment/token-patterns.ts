/**
 * Shapes that are one token whatever stands inside. Each is tried where a token begins, in this order.
 * All are sticky and every repeat is bounded, so that no input takes more than linear time or overflows the stack of the matcher.
 */
const ENDINGS =
  "com|org|net|edu|gov|mil|int|info|biz|eu|uk|us|ca|de|fr|ru|cn|pk|in|jp|au|nz|br|mx|ch|it|es|nl|se|no|pl|ua|ir|il|tr|za|tv|io|co|me|ly|fm";
const FILES =
  "docx?|xlsx?|pptx?|pdf|txt|html?|php|jpe?g|png|gif|zip|exe|csv|mp[34]|avi|url|DOCX?|XLSX?|PPTX?|PDF|TXT|JPE?G";
const QUANTITY_MARKS = String.raw`[\p{L}\p{N}_%+#~&=?/\\-]`;

const ADDRESSES = [
  String.raw`(?:https?|ftp|file):/?/?[^\s<>"“”«»]{1,4000}`,
  String.raw`(?:mailto:|doi:)[^\s<>"“”«»]{1,400}`,
  String.raw`www\d?\.[^\s<>"“”«»]{1,4000}`,
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,64}(?:[\p{L}\p{N}_%+-]|\.\.\.))?@[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,80}[\p{L}\p{N}_])?`,
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_#-]{0,60}\.){1,4}(?:${FILES})(?![\p{L}\p{N}])`,
  String.raw`[\p{Ll}\p{N}](?:[\p{Ll}\p{N}-]{0,60}\.){1,5}(?:${ENDINGS})(?![\p{L}\p{N}@])(?:/${QUANTITY_MARKS}[^\s<>"“”«»]{0,400})?`,
  String.raw`(?:comp|alt|misc|rec|soc|sci|talk)\.[a-z][a-z-]{1,40}(?:\.[a-z-]{1,40}){0,6}(?![\p{L}\p{N}])`,
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,60}\.){1,5}(?:com|org|net|edu|gov|COM|NET|ORG)(?![\p{L}\p{N}@])(?:/[^\s<>"“”«»]{0,400})?`,
];
/** Web and mail addresses, file names. A stop or bracket at their end is taken off by {@link trimAddress}. */
export const ADDRESS = new RegExp(ADDRESSES.join("|"), "uy");

export const HANDLE = /[@#](?=[\p{N}_]{0,40}\p{L})[\p{L}\p{N}_\p{M}]{1,100}/uy;

/** Letters with stops between them: "U.S.", "p.m.", "J.R.", "Ph.D." */
export const ACRONYM =
  /(?:\p{L}\.){2,10}(?![\p{L}\p{N}])|(?:\p{L}\.){1,10}\p{L}(?![\p{L}\p{N}])|(?:Ph|M|B)\.(?:D|Sc|Ed)\.?(?![\p{L}\p{N}])/uy;

/** Telephone numbers, days, and codes that keep their hyphens. */
export const DIALLED =
  /(?:\+?\d{1,2}-)?(?:\d{3}[-/])?\d{3}-\d{4}(?![\p{L}\p{N}])|\d-\d{4}(?![\p{L}\p{N}])|\d{5}-\d{4}(?![\p{L}\p{N}])|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\p{L}\p{N}])|\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}])/uy;

/** 1,500  12.5  10:30  9/11 */
export const NUMBER = /\p{N}{1,60}(?:[.,:/]\p{N}{1,60}){0,12}/uy;
/** 20th, 1990s, 1990's. */
export const AFTER_NUMBER = /(?:st|nd|rd|th|ST|ND|RD|TH|s|S|(?<=0)['’]s)(?![\p{L}\p{N}])/uy;
/** What is written close to a number and is a word of its own: "5 pm", "10 km", "65 k". "3D" and "4G" are one. */
export const UNIT = /(?:[a-z]\.?m\.|[kKmMbtphxfCF]|\p{L}{2,20})(?![\p{L}\p{N}])/uy;
/** "w/o", "I/O", "s/he" */
export const SHORT_SLASH = /[A-Za-z]\/(?:[a-z]{1,3}|[A-Z])(?![\p{L}\p{N}/])/uy;
/** "'90s", "’72" */
export const YEAR = /['’]\d\d(?:s)?(?![\p{L}\p{N}])/uy;
export const CLITIC = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/uy;

export const EMOTICON =
  /[:;=8xX]['’]?[-o^]?(?:[()[\]|\\/*]{1,10}|[DPpO3](?![\p{L}\p{N}]))|[([][-^]?[:;](?![^\s])|<3(?!\p{N})|\^_{0,5}\^|-_{1,5}-|[<-]?-{1,5}>|<-{1,5}|[TO]_{1,5}[TO](?![\p{L}\p{N}])/uy;

/** Marks that stand together. */
export const MARKS =
  /\[\.\.\.\]|[.!?…]{2,400}|…|,{2,400}|-{2,400}|[—–]{2,400}|—|={2,400}|\*{2,400}|_{2,400}|~{2,400}|#{2,400}|\+{2,400}|\${2,400}|''|’’|‘‘|‘’|``|<<|>>/uy;

/** An emoji with what belongs to it: skin tones, joiners, flags. */
export const EMOJI =
  /(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?){0,10})/uy;

/** Where an address ends that was followed by the marks of the sentence; a closing bracket stays where its opening one is inside. */
export function trimAddress(text: string, start: number, end: number): number {
  const closing = text.slice(start, end).includes("(") ? /[.,;:!?'’"\]}>—–]/u : /[.,;:!?'’")\]}>—–]/u;
  let at = end;
  while (at > start + 1 && closing.test(text.charAt(at - 1))) at -= 1;
  return at;
}
