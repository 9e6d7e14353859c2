import type { ComponentChildren } from 'preact';

// Small drawings beside words that say the same: hidden from screen readers, in the colour of the text.

function Sign({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const CheckSign = () => (
  <Sign>
    <path d="M3 8.500l3.200 3.200L13 4.800" stroke-width="2.200" />
  </Sign>
);

/** Two sheets, one behind the other: kin. */
export const KinSign = () => (
  <Sign>
    <rect x="2.500" y="5" width="7.500" height="9" rx="1.500" />
    <path d="M6 2.500h6a1.500 1.500 0 0 1 1.500 1.500v7.500" />
  </Sign>
);

export const OtherSign = () => (
  <Sign>
    <path d="M3 6h10M3 10h10M11 2.500L5 13.500" />
  </Sign>
);

export const SearchSign = () => (
  <Sign>
    <circle cx="7" cy="7" r="4.500" />
    <path d="M10.500 10.500L14 14" />
  </Sign>
);

export const BackSign = () => (
  <Sign>
    <path d="M9.500 3L4.500 8l5 5" />
  </Sign>
);

export const ChevronSign = () => (
  <Sign>
    <path d="M6 3.500L10.500 8 6 12.500" />
  </Sign>
);

export const CrossSign = () => (
  <Sign>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Sign>
);

export const CopySign = () => (
  <Sign>
    <rect x="2.500" y="2.500" width="8" height="8" rx="1.500" />
    <path d="M5.500 13.500h6.500a1.500 1.500 0 0 0 1.500-1.500V5.500" />
  </Sign>
);
