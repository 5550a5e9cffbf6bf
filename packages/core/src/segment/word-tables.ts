/** Words that the tokenizer and the sentence splitter must know. Lower case unless said. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Titles, offices, ranks and what else points forward, with a stop as they stand here; never the last word of a sentence. */
export const TITLES = words(
  "ret Ret vs viz cf eg esp incl ca approx Vs Cf Viz Adm Amb Assoc Asst Atty Bp Brig Capt Cdr Cmdr Col Comdr Cpl Cpt Det Dr Drs Ens Fmr Fr Gen Gens Gov Govs Hon Insp Lieut Lt Lts Maj Messrs Mlle Mme " +
    "Mr Mrs Ms Msgr Mt Mx Pfc Pres Prof Profs Pvt Rep Reps Rev Rt Sen Sens Sgt Spc Sra St Ste Supt Vice-Adm Vice-Pres " +
    "GEN LT COL SGT MAJ CAPT DR MR MRS MS PROF ST ADM SEN GOV REP",
);

/** Written with a stop as they stand here; may be the last word of a sentence, whose stop they then hold. */
export const ABBREVIATIONS = words(
  "Ala Ariz Ark Aug Ave Assn Bldg Blvd Bros Calif Cie Co Colo Conn Corp Ct Dec Del Dept Dist Div Est Ext Feb Fla Ft Fri Ga Govt Hwy Inc Ind Intl Jan Jr Jul " +
    "Jun Kan Ky La Ltd Md Mich Minn Mon Mont Nev Nov Oct Okla Ont Ore Pa Penn Que Rd Sept Sep Sr Tenn Tex Thu Thur Thurs Tue Tues Univ Va Vt Wed Wis " +
    "INC CORP LTD CO JR SR DEPT DEC NOV OCT SEPT AUG JAN FEB Attn Ed Eds Etc Fig Figs Incl Misc Op Pp Ref Tel Vol Vols Ph " +
    "al apt assn attn ave blvd co corp dept div ed eds est et ext fig figs govt ibid inc intl jr ltd mgr misc mr mrs dr ms natl " +
    "pp qtr ref repr resp sgt sr tel univ vol vols ph",
);

/** Keep their stop inside a sentence, and give it up at the end of one: the end of a list, measures. */
export const ENDS_LISTS = words("etc mins hrs yrs lb lbs oz kg km ft");

/** Abbreviations only before a number: "No. 5", "Sat. 9", "p. 12"; else a word before a stop ("he said no."). */
export const BEFORE_NUMBER = words(
  "No Nos no nos NO Art art Sat Sun Mar Apr Jun Jul Sec sec Ch ch Para para Res Doc p pp c v n Bk Cap Cl Col Pt pt Reg min Min ver Ver",
);

/** Before a hyphen these stay one word with what follows ("re-elected"); every other hyphen stands alone ("China-led"). */
export const PREFIXES = words(
  "e non mid pre anti re post co pro multi ex sub semi neo counter intra inter mini micro macro over under cross psycho socio un ultra bi tri hyper infra " +
    "arch mis uh oh mm hm hmm",
);

/** After a hyphen these stay one word with what precedes ("price-wise"). */
export const SUFFIXES = words("wise esque");

/** Codes of currencies that are written close to the sum: "CNY860" is two words. */
export const CURRENCIES = words(
  "USD EUR GBP CNY RMB JPY INR PKR IRR RUB TRY SAR AED CHF CAD AUD NGN KES ZAR Rs RM KSh AD BC",
);

/** Words written as one that are two, "|" between them. */
const FUSED_WORDS =
  "can|not gon|na wan|na got|ta out|ta do|nt did|nt does|nt is|nt was|nt were|nt have|nt has|nt had|nt are|nt ca|nt could|nt would|nt should|nt " +
  "ai|nt i|m i|ve that|s there|s what|s you|ve you|re they|re they|ve it|ll you|ll they|ll he|s du|nno lem|me gim|me";

/** Length of the first word, by both together. */
export const FUSED: ReadonlyMap<string, number> = new Map(
  FUSED_WORDS.split(" ").map((pair): [string, number] => [pair.replace("|", ""), pair.indexOf("|")]),
);

/** Words that begin sentences far more often than names: after "U.S." only they tell that a sentence ended. */
export const OPENERS = words(
  "The A An In On At For From By With After Before During Since While When If As But And So Yet However Meanwhile He She It They We I You His Her Its " +
    "Their Our This That These Those There Here What Who Why How Both Some Many Most All No Not Last Earlier Later Now Then",
);
