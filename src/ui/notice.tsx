import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly title: string;
  /** The notice is all there is on the page. */
  readonly alone?: boolean;
  readonly children?: ComponentChildren;
  /** What the reader can do about it. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A few words where a list would stand. */
export function Notice({ title, alone = false, children, action }: NoticeProps) {
  const Heading = alone ? 'h1' : 'h2';
  return (
    <div class="notice">
      <Heading class="notice-title">{title}</Heading>
      {children}
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
