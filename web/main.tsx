import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// Of these the browser takes what the letters on the page need.
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
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

/** How long the first picture waits for what a server that is awake answers at once; ms. */
const AT_ONCE_MS = 400;

const spoken = speak(languageFor(currentView().language));
// What is answered is read in the reader's language, or in English.
const ask = () => askLayers(client, currentView());
const asked = spoken.then(ask, ask);
// The lists are not needed to draw the page, but they are on it.
const listed = import('./panels/side.tsx');
// All words of the page are in these two; asked for only when the first is drawn, it would be drawn twice.
const lettered = ['400', '600'].map((weight) => document.fonts.load(`${weight} 1em "Noto Sans"`));

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
// The first picture is in the reader's language already; should its texts not come, in English. It is drawn once, with
// what there is to show, rather than empty first: without a graphics card each painting of the page is dear.
const late = new Promise((resolve) => setTimeout(resolve, AT_ONCE_MS));
void Promise.allSettled([
  spoken,
  Promise.race([late, Promise.allSettled([asked, listed, ...lettered])]),
]).then(draw);
