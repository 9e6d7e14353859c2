/** Words that say nothing about the subject: function words and the boilerplate of abstracts. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about above after again al all also although among an and another any approach are as at based ' +
    'be because been before being below between both but by can could did do does doing done down due ' +
    'during each either et etc even every few first for from further given had has have having he her ' +
    'here his how however i if in into is it its itself just less many may me method methods might ' +
    'more moreover most much must my new no nor not of off often on once one only or other our out ' +
    'over own paper per present propose proposed rather result results same second several she should ' +
    'show showed shown shows since so some still study such than that the their them then there ' +
    'therefore these they this those through thus to too two under until up upon us use used using ' +
    'various very via was we well were what when where whether which while who whom whose why will ' +
    'with within without work would yet you your'
  ).split(' '),
);
