/** Verbs with which sentences of technical manuals tell the reader to do something on a machine. */
const verbs = new Set(
  `add adjust allow append apply assign attach back boot bind build change check choose clear clone close comment
  commit compile complete configure confirm connect continue copy create define delete deploy detach disable discard
  download edit enable ensure enter execute export extract fetch follow force generate give grant import increase
  initialize insert install invoke issue keep kill launch link list load locate log lower make mark mask merge modify
  mount move obtain open paste perform permit place point populate prepare press prevent provide pull purge push put
  raise reboot reconfigure reduce register reload remove rename reopen repeat replace reset restart restore resume
  retry retrieve revoke run save select send set setup shut specify start stop store substitute switch synchronize tag
  take test transfer turn type uncomment undo uninstall unlock unmask unmount unpack update upgrade upload use verify
  wait write`.split(/\s+/),
);

const leadIn =
  /^(?:(?:then|next|now|finally|first|also|please|optionally|again|afterwards|alternatively),? )+/;
const clause =
  /^(?:if|in case|when|once|after|before|to|on|as|for|from|in|at|by|using|with|until|unless|should)\b.*?, /;
const obligation = /\byou (?:must|should|need to|have to|will have to)\b|(?:,| and) then (\w+)/g;

/** Whether a sentence asks for something: begins with such a verb or a prompt, or says “you must” or “…, then run …”. */
export function isInstruction(text: string): boolean {
  if (/^[#$] \S/.test(text)) return true;
  const lower = text.toLowerCase().replace(/^\(optional\) |^[("“]+/, '');
  if (beginsWithVerb(lower) || beginsWithVerb(lower.replace(clause, ''))) return true;
  return [...lower.matchAll(obligation)].some(([, verb]) => verb === undefined || verbs.has(verb));
}

function beginsWithVerb(text: string): boolean {
  const word = /^[a-z]+/.exec(text.replace(leadIn, ''))?.[0];
  return word !== undefined && verbs.has(word);
}
