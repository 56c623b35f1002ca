import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../i18n/index.ts';

/** Copies a text; where the browser gives no clipboard, it says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useT();
  const clipboard = useClipboard({ timeout: 2000 });
  const [failed, setFailed] = useState(false);
  const copy = (): void => {
    // Browsers give the clipboard to secure addresses only; over plain HTTP on a network there is none.
    if (window.isSecureContext) clipboard.copy(text);
    else setFailed(true);
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={copy}
      >
        <span aria-live="polite">{clipboard.copied ? t('export.copied') : label}</span>
      </Button>
      {(failed || clipboard.error) && (
        <span className="field-error" role="alert">
          {t('export.copyFailed')}
        </span>
      )}
    </>
  );
}
