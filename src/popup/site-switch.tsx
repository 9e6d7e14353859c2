import { useEffect, useState } from 'preact/hooks';
import { askForSite, giveSiteBack, isGranted } from '../browser/granted-sites.ts';
import { type OptionalSite, optionalSite } from '../sites/optional-sites.ts';

/** A site that the reader may enable or take back. */
export interface Switchable extends OptionalSite {
  readonly on: boolean;
}

/** The site of the tab, where the reader has to enable it, and whether it is enabled; null while that is not known or there is no such site. */
export function useSite(address: string | undefined): Switchable | null {
  const site = address !== undefined && URL.canParse(address) ? optionalSite(new URL(address)) : undefined;
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    setOn(null);
    if (site) void isGranted(site.origin).then((granted) => wanted && setOn(granted));
    return () => {
      wanted = false;
    };
  }, [site?.origin]);
  return site && on !== null ? { ...site, on } : null;
}

interface SiteSwitchProps {
  readonly site: Switchable;
  readonly changed: () => void;
}

/** Enables the site of the tab, or takes it back. The browser asks the reader once more, for this one site. */
export function SiteSwitch({ site: { name, origin, on }, changed }: SiteSwitchProps) {
  const [answer, setAnswer] = useState<boolean | null>(null);
  const now = answer ?? on;
  const ask = async (asked: Promise<boolean>, wanted: boolean): Promise<void> => {
    // The browser must be asked straight from the click, before anything is waited for.
    const done = await asked.catch(() => false);
    if (done) setAnswer(wanted);
    changed();
  };
  return now ? (
    <button type="button" class="button button-quiet" onClick={() => void ask(giveSiteBack(origin), false)}>
      Stop marking on {name}
    </button>
  ) : (
    <button type="button" class="button" onClick={() => void ask(askForSite(origin), true)}>
      Enable on {name}
    </button>
  );
}
