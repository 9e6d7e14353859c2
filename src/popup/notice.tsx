import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** What the reader can do about it. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A few words where a list would stand. */
export function Notice({ title, children, action }: NoticeProps) {
  return (
    <div class="notice">
      <h2 class="notice-title">{title}</h2>
      {children}
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
