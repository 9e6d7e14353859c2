/** The shared terms that decided, as a quiet line: "shares image prior, generator, denoising". Nothing where there are none. */
export function Terms({ terms, most = 6 }: { readonly terms: readonly string[]; readonly most?: number }) {
  const shown = terms.slice(0, most);
  if (shown.length === 0) return null;
  return (
    <p class="terms">
      <span class="terms-word">shares </span>
      {shown.map((term, i) => (
        <span key={term}>
          <span class="term" dir="auto">
            {term}
          </span>
          {i < shown.length - 1 && <span class="comma">, </span>}
        </span>
      ))}
    </p>
  );
}
