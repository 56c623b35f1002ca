import { useMutation } from '@tanstack/react-query';
import { MAX_IMPORT_BYTES } from '../shared/seizure-table.ts';
import type { ImportReply, ImportRequestInput } from '../shared/api-imports.ts';
import { actions } from './api.ts';
import { NO_WAYS, rememberWays, waysBefore, type Ways } from './import-ways.ts';
import { beginDraft, changeDraft, correctionsOf, draftNow, useDraft } from './import-draft.ts';

/** Why a file cannot be read here, a key of `imports` in the catalogue. */
export type Unreadable = 'notText' | 'tooLarge';

/** The text of a file, its byte-order mark included, so that it has the same mark of its content everywhere. */
export async function textOf(file: File): Promise<{ readonly text: string } | { readonly why: Unreadable }> {
  if (file.size > MAX_IMPORT_BYTES) return { why: 'tooLarge' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    return { text };
  } catch {
    return { why: 'notText' };
  }
}

/**
 * Checks cases and adds them, one request at a time: a second click asks nothing, and a reply that comes when another
 * file has been taken is for nobody.
 *
 * @param answered  called when an answer has come and is shown
 */
export function useImport(answered: () => void) {
  const draft = useDraft();
  const sending = useMutation({
    mutationFn: ({ request }: Sent) => actions.importSeizures(request),
    networkMode: 'always',
    onMutate: ({ request }) => changeDraft({ busy: request.commit ? 'adding' : 'checking' }),
    onError: (_error, { number }) => number === draftNow().number && changeDraft({ busy: null }),
    onSuccess: (reply, sent) => {
      if (sent.number !== draftNow().number) return;
      if (takeReply(reply, sent)) return send({}, sent.quiet);
      // Who has said something goes on from where that was.
      if (!sent.quiet) answered();
    },
  });
  const send = (more: Partial<ImportRequestInput>, quiet = false): void => {
    const { name, text, marking, busy, number, ways } = draftNow();
    if (text === null || busy !== null) return;
    sending.mutate({ number, ways, quiet, request: { text, name, marking, ...ways, ...more } });
  };
  return {
    draft,
    error: sending.variables?.number === draft.number ? sending.error : null,
    busy: draft.busy !== null,
    take: (name: string, text: string): void => {
      beginDraft({ name, text });
      send({});
    },
    again: (): void => send({ corrections: correctionsOf(draftNow().edits) }),
    say: (said: Partial<Ways>): void => {
      changeDraft({ ways: { ...draftNow().ways, ...said }, asBefore: false });
      send({ corrections: correctionsOf(draftNow().edits) }, true);
    },
    add: (): void => send({ commit: true }),
    reset: (): void => {
      sending.reset();
      beginDraft();
    },
  };
}

/** A request with the number of the draft it is of. */
interface Sent {
  readonly number: number;
  readonly ways: Ways;
  /** The focus stays where it is. */
  readonly quiet: boolean;
  readonly request: ImportRequestInput;
}

/** Puts an answer into the draft; true: it is to be asked again, for how the text is to be read is another by now. */
function takeReply(reply: ImportReply, { request: { text, commit }, ways }: Sent): boolean {
  if (commit) {
    rememberWays(reply.columns, ways);
    changeDraft({ busy: null, added: { reply, at: Date.now() } });
    return false;
  }
  const { checked, ways: now } = draftNow();
  const before = checked === null && now === NO_WAYS ? waysBefore(reply.columns) : null;
  if (before !== null) {
    // Nothing is shown of a reading that is not the one meant.
    changeDraft({ busy: null, ways: before, asBefore: true });
    return true;
  }
  const corrected = reply.text !== null;
  changeDraft({
    busy: null,
    checked: reply,
    edits: new Map(),
    ...(corrected ? { text: reply.text, corrected } : { text }),
  });
  return now !== ways;
}

/** Has the browser save a text as a file. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
