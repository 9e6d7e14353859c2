/**
 * Words left out of the index of abstracts: they stand in most of them, fill a third of it and tell no paper from
 * another. Titles keep them. Only function words: "method" or "results" may be what a reader remembers.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about after all also although among an and any are as at be because been before being between both but by can ' +
    'could did do does don due during each either etc even for from further had has have having here how however i if ' +
    'in into is it its itself just may me might more most much must my no nor not of off on once only or other our out ' +
    'over own per s same should since so some still such t than that the their them then there therefore these they ' +
    'this those through thus to too under until up upon us very via was we well were what when where whether which ' +
    'while who whom whose why will with within without would yet you your'
  ).split(' '),
);
