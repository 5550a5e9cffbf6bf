// What stands around an article on a page: cue words in lower case. General ones only; the names of single sites do not belong here.

/** Labels that are a menu item, a button or the name of a section when they stand alone on a line. */
export const labels: readonly string[] = `
home|homepage|menu|search|login|log in|sign in|sign up|register|subscribe|subscribe now|my account|newsletter|newsletters|e-paper|epaper
world|world news|politics|business|economy|sport|sports|opinion|opinions|editorial|editorials|columns|culture|lifestyle|life|health|science
tech|technology|entertainment|travel|weather|video|videos|photos|pictures|gallery|podcasts|podcast|live|live tv|latest|latest news|breaking news
top stories|top news|trending|most read|most popular|most viewed|popular|national|international|local|region|regions|africa|americas|asia|asia pacific
europe|middle east|north america|south asia|china|india|pakistan|us|uk|usa|more|more news|see all|view all|show more|load more|read more|read full story
continue reading|next|previous|prev|back|back to top|top|close|skip|share|share this|share this article|share this story|share on facebook|share on twitter
share on x|share on whatsapp|share via email|share now|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|rss|tweet|pin|email
e-mail|print|print this|print this page|copy link|copy url|link copied|save|save article|bookmark|listen|listen to this article|comments|comment|add comment
leave a comment|leave a reply|post a comment|view comments|join the conversation|advertisement|advertisements|advert|ad|ads|sponsored|sponsored content
promoted|promoted content|paid content|recommended|recommended for you|you may also like|you might also like|related|related news|related stories
related articles|related topics|related content|related posts|more stories|more on this story|also read|read also|tags|topics|categories|about us|contact us
contact|privacy policy|privacy|terms of use|terms of service|terms and conditions|terms|cookie policy|cookie settings|cookies|accept|accept all
accept all cookies|accept cookies|reject all|manage preferences|i agree|got it|ok|careers|jobs|help|faq|sitemap|site map|advertise|advertise with us
follow us|follow|like us|loading|loading...|skip to content|skip to main content|skip navigation|archive|archives|all rights reserved|the latest|don't miss`
  .trim()
  .split(/[\n|]/);

/** Beginnings that make a line page furniture, whatever follows. Each is anchored at the head of the line. */
export const navigationHeads: readonly RegExp[] = [
  /^(?:read more|read also|also read|read next|more to read|see also|related|related stories|recommended|watch|watch now|listen|don['’]t miss|must read)\s*[:|»>]/i,
  /^(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|keywords|share this(?: \w+)?|share on|follow us)\s*:/i,
  /^skip to (?:main )?(?:content|navigation)\b/i,
  /^click here (?:to|for)\b/i,
  /^(?:share|like|follow|join) (?:this|us|our)\b.{0,40}\b(?:on|facebook|twitter|whatsapp|telegram|channel)\b/i,
  /^(?:subscribe|sign up|register) (?:to|for|now|here|today)\b/i,
  /^(?:get|receive) (?:the )?(?:latest|breaking|our|daily|top)\b.{0,60}\b(?:inbox|newsletter|alerts?|notifications?)\b/i,
  /^(?:©|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4}))/i,
  /^all rights reserved\b/i,
  /^(?:we|we and our partners|this (?:web)?site|our (?:web)?site) uses? cookies\b/i,
  /^by (?:continuing|clicking|browsing|using|signing up)\b.{0,120}\b(?:cookies?|terms|privacy|consent)\b/i,
  /^cookies?(?: (?:notice|policy|consent|settings))?\s*:/i,
  /^newsletters?\s*:/i,
  /^be the first to comment\b/i,
  /^(?:accept|manage|reject) (?:all )?cookies\b/i,
  /^(?:your|this) (?:browser|email address) (?:does not|will not|is not)\b/i,
  /^(?:please )?enable javascript\b/i,
  /^\(?this (?:story|article|report|content) (?:has not been edited|was (?:originally|first) published|has been published|is auto-?generated)\b/i,
  /^story continues (?:below|after)\b/i,
  /^(?:article|story) continues (?:below|after)\b/i,
];

/** Names under which agencies sign. Lower case; compared with what stands in the brackets of a date line. */
export const agencies: ReadonlySet<string> = new Set(
  `ap|associated press|the associated press|reuters|thomson reuters|afp|agence france-presse|agence france presse|xinhua|xinhua news agency|upi|dpa|tass
itar-tass|interfax|ria novosti|ria|efe|ansa|kyodo|kyodo news|jiji|jiji press|yonhap|kcna|irna|isna|mehr|tasnim|fars|sana|wafa|anadolu|aa|anadolu agency
petra|spa|wam|qna|kuna|mena|ina|nina|pti|ani|ians|uni|app|nni|online|inp|bss|unb|lankapuvath|rss|bernama|antara|vna|cna|mna|ptv|pap|ctk|mti|tanjug|hina
belta|ukrinform|unian|azertac|apa|armenpress|trend|kazinform|uzdaily|montsame|pana|panapress|apanews|anp|belga|ats|sda|apa-ots|ntb|tt|ritzau|stt|lusa
bloomberg|cnn|bbc|bbc news|al jazeera|rfe/rl|voa|voa news|dw|irin|the new humanitarian|allafrica|nan|gna|kna|ena|sunna|agencies|news agencies|agency
agency report|monitoring desk|news desk|web desk|staff report|ap photo|global times|china daily|people's daily|cgtn|ecns|asia times|new york times|nyt`.split(
    /[\n|]/,
  ),
);

/** Lines that say who wrote the article without naming a person. Lower case, whole line. */
export const desks: ReadonlySet<string> = new Set(
  `our correspondent|our special correspondent|our staff reporter|our reporter|special correspondent|staff correspondent|staff reporter|staff writer
staff report|staff|correspondent|a correspondent|by our correspondent|by our staff reporter|web desk|news desk|online desk|monitoring desk|monitoring report|agencies|news agencies
from our correspondent|agency report|wire reports|wire services|bureau report|recorder report|the newspaper's staff reporter`.split(
    /[\n|]/,
  ),
);

/** Words in capitals before a dash or a colon that are no place: section labels and bodies known by their initials. */
export const notPlaces: ReadonlySet<string> = new Set(
  `breaking|update|updated|watch|live|exclusive|analysis|opinion|factbox|explainer|timeline|note|editor|correction|corrections|clarification|retraction|editorial|video|photos|photo|read|also|more|latest|urgent|alert
flash|briefing|brief|feature|features|interview|review|profile|comment|commentary|column|insight|report|special|source|sources|highlights|summary|quotes|quotebox|wrapup|refile|advisory
nato|asean|opec|cpec|irgc|isis|isil|unsc|quad|iaea|osce|unhcr|unicef|unesco|brics|saarc|ecowas|mercosur|apec|aukus|unifil|hamas|hezbollah|taliban|swapo
unita|frelimo|farc|cent|centcom|interpol|europol|covid|monday|tuesday|wednesday|thursday|friday|saturday|sunday|question|answer|moderator|reporter|speaker`.split(
    /[\n|]/,
  ),
);
