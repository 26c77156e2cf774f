/**
 * Words of saying: verbs of communication (VerbNet's class 37), of ordering and urging (58, 60) and of denying, their nouns, and
 * what stands for them ("according to"). Made without a look at Parley's own lexicon of cues, which it checks.
 */
export const SAYINGS: ReadonlySet<string> = new Set(
  `accord accordance acknowledge acknowledgement add admit admission advise advice affirm allegation allege announce
  announcement answer appeal argue argument articulate ask assert assertion assurance assure attest aver avow beg blurt boast
  brag brief call caution chant charge cite claim clarify clarification command comment communicate complain complaint concede
  confess confession confide confirm confirmation contend contention convey counsel counter cry declaration declare demand
  denial deny describe description detail disclose disclosure discuss echo elaborate email emphasise emphasize exclaim explain
  explanation express grumble guarantee hint imply indicate inform inquire insinuate insist insistence instruct interject
  interview joke lament lecture maintain mention message moan mutter narrate narrate note notify object observe oppose order per
  phrase plea plead pledge plug post preach predict prediction proclaim promise pronounce propose proposal protest publish
  question quip quote radio rant rave read reaffirm reassure rebut recall recite recommend recommendation recount refer refute
  reiterate reject relate relay remark remind reply report request respond response restate retell retort reveal revelation say
  scream shout signal sigh specify speak speech state statement stress suggest suggestion swear talk tell testify testimony text
  threat threaten tout tweet underline underscore urge utter voice vow warn warning whisper wire wonder word write yell`.split(
    /\s+/,
  ),
);
