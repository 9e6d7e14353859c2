import { version } from '../browser/about.ts';
import type { PageReport } from '../messages/views.ts';
import type { Say } from '../ui/toast.tsx';
import { copy } from './actions.ts';
import { browserName, factsOf, reportText } from './report-text.ts';

/** What was found on the page, for whoever wonders or wants to report a fault. */
export function PageFacts({ report, say }: { readonly report: PageReport; readonly say: Say }) {
  const facts = factsOf(report);
  return (
    <details class="facts">
      <summary>What was found on this page</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => void copy(reportText(facts, version(), browserName(navigator.userAgent)), 'report: numbers only, no titles of yours', say)}>
        Copy this report
      </button>
    </details>
  );
}
