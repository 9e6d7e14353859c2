import type { CollectionView, Id, PaperFilter, TagView, Which } from '../messages/reader-contract.ts';
import { RemoveDialog, RenameDialog, SureDialog } from './collection-dialogs.tsx';
import { DuplicatesDialog } from './duplicates-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { LensDialog } from './lens-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

/** What the reader is asked in a dialog; one at a time. */
export type Asking =
  | { readonly kind: 'tag' | 'place' | 'merge'; readonly ids: readonly Id[] }
  | { readonly kind: 'export'; readonly which: Which }
  | { readonly kind: 'lens'; readonly name: string; readonly filter?: PaperFilter; readonly papers?: readonly Id[] }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'rename' | 'remove'; readonly collection: CollectionView }
  | { readonly kind: 'sure'; readonly title: string; readonly words: string; readonly label: string; readonly run: () => Promise<void> };
export type Ask = (asking: Asking | null) => void;

interface AskedProps {
  readonly asking: Asking;
  readonly collections: readonly CollectionView[];
  readonly tags: readonly TagView[];
  readonly onClose: () => void;
  readonly ask: Ask;
}

export function Asked({ asking, collections, tags, onClose, ask }: AskedProps) {
  switch (asking.kind) {
    case 'tag':
      return <TagDialog ids={asking.ids} tags={tags} onClose={onClose} />;
    case 'place':
      return <PlaceDialog ids={asking.ids} collections={collections} onClose={onClose} />;
    case 'merge':
      return <MergeDialog ids={asking.ids} onClose={onClose} />;
    case 'export':
      return <ExportDialog which={asking.which} onClose={onClose} />;
    case 'lens':
      return <LensDialog name={asking.name} filter={asking.filter} papers={asking.papers} onClose={onClose} />;
    case 'duplicates':
      return <DuplicatesDialog onMerge={(ids) => ask({ kind: 'merge', ids })} onClose={onClose} />;
    case 'rename':
      return <RenameDialog collection={asking.collection} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog collection={asking.collection} onClose={onClose} />;
    case 'sure':
      return <SureDialog {...asking} onClose={onClose} />;
    default:
      return asking satisfies never;
  }
}
