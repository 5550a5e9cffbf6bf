import { describe, expect, test } from "vitest";
import { languageIssue } from "../src/clean/language-issue.ts";

const many = (sentence: string): string => `${sentence} `.repeat(4);

describe("a text in another language is told", () => {
  test.each([
    {
      language: "French",
      text: many("Le ministre a reçu son homologue à Genève pour parler de la frontière commune."),
    },
    {
      language: "German",
      text: many("Der Minister traf den Botschafter am Dienstag in Wien, um über die Grenze zu sprechen."),
    },
    {
      language: "Dutch",
      text: many("De minister was in Brussel en sprak met de ambassadeur over het akkoord van vorig jaar."),
    },
    {
      language: "Spanish",
      text: many("El presidente se reunió con la delegación en Lima y firmó un acuerdo de pesca."),
    },
    {
      language: "Indonesian",
      text: many("Menteri luar negeri bertemu dengan duta besar di Jakarta untuk membahas perbatasan."),
    },
    { language: "Russian", text: many("Министр встретился с послом в Ташкенте и обсудил границу.") },
    { language: "Chinese", text: many("外交部长星期二在北京会见了大使并讨论边界问题") },
    { language: "Arabic", text: many("التقى الوزير بالسفير يوم الثلاثاء في القاهرة") },
  ])("$language", ({ text }) => {
    expect(languageIssue(text)?.code).toBe("not-english");
  });
});

describe("no issue", () => {
  test.each([
    { what: "English", text: many("The minister met the ambassador in Vienna on Tuesday to speak of the border.") },
    { what: "capitals", text: many("THE MINISTER MET THE AMBASSADOR IN VIENNA ON TUESDAY TO SPEAK OF THE BORDER.") },
    {
      what: "headline style",
      text: many("Rebels seize border town as army withdraws from the north; UN urges calm in region"),
    },
    {
      what: "English with Chinese names",
      text: many("Envoys from 北京 and 台北 met in Singapore, said the foreign ministry (外交部) of the host."),
    },
    { what: "too short to say", text: "Le ministre a reçu son homologue" },
    {
      what: "a dense sentence of names",
      text: "US Secretary Ann Lopez telephoned Russian Foreign Minister Ivan Petrov Monday, urging immediate ceasefire talks, State Department spokesman Lee Wong told reporters",
    },
    {
      what: "Spanish names",
      text: "Luis de la Cruz and Juan del Rio of Los Andes met El Comercio's Pilar de los Santos in Las Palmas",
    },
    { what: "empty", text: "" },
  ])("$what", ({ text }) => {
    expect(languageIssue(text)).toBeNull();
  });
});
