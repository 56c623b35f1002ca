import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import '@mantine/core/styles.css';
import './styles.css';
import { ApiError } from './api.ts';
import { App } from './app.tsx';
import { cssVariables, theme } from './theme.ts';
import { speak } from './i18n/index.ts';
import { languageFor } from './use-language.ts';
import { askLayers } from './use-layers.ts';
import { currentView, useView } from './use-view.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A run's findings do not change under the reader; a reload asks anew.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      // The server's own answer will not get better by asking again; no answer may.
      retry: (count, error) => error instanceof ApiError && error.status === 0 && count < 2,
      retryDelay: 800,
      networkMode: 'always',
    },
  },
});

function Page() {
  const { view } = useView();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={view.theme}>
      <App />
    </MantineProvider>
  );
}

askLayers(client, currentView());

const root = document.getElementById('root');
const draw = (): void => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
    </StrictMode>,
  );
};
// The first picture is in the reader's language already; should its texts not come, in English.
speak(languageFor(currentView().language)).then(draw, draw);
