const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|al|el|bin|ibn)$/;

/** A name of single blanks, given name first, as its two parts: with one blank between they are the name again. */
export function splitName(name: string): { readonly given: string; readonly family: string } {
  const given = name.split(' ');
  const family = given.splice(-1);
  // Particles belong to the family name: van den Oord.
  while (given.length > 1 && PARTICLE.test(given.at(-1) ?? '')) family.unshift(...given.splice(-1));
  return { given: given.join(' '), family: family.join(' ') };
}
