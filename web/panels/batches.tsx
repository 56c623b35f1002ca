import './batches.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchEntry } from '../../shared/api-batches.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { instantWords } from '../words.ts';
import { Answered } from './answered.tsx';
import { useDataSetTitle } from './names.ts';
import { broughtWords, TakeBack, TakenBack, type WentBack } from './take-back.tsx';

/** Shown before all are asked for. */
const FIRST_BATCHES = 10;
const ALL_BATCHES = 5000;

function Item({ batch, done }: { batch: BatchEntry; done: (went: WentBack) => void }) {
  const t = useT();
  const dataSet = useDataSetTitle();
  const { id, files, importedAt, takenBackAt, shipped } = batch;
  const facts = [
    t('batches.number', { id }),
    broughtWords(t, batch),
    dataSet(batch.dataSet),
    t('batches.when', { date: instantWords(importedAt) }),
  ];
  return (
    <li className={takenBackAt === null ? 'batch' : 'batch batch-gone'}>
      <h4>{files.join(', ')}</h4>
      <p className="dim">{facts.join(' · ')}</p>
      {takenBackAt !== null ? (
        <p>{t('batches.takenBack', { date: instantWords(takenBackAt) })}</p>
      ) : shipped ? (
        <p className="dim">{t('batches.shipped')}</p>
      ) : (
        <TakeBack
          batchId={id}
          label={t('batches.back')}
          name={t('batches.backNamed', { id, files: files.join(', ') })}
          cancels={null}
          done={done}
        />
      )}
    </li>
  );
}

/** What was added before, latest first, each of which can be taken back. */
export function Batches({ change }: { change: (change: Partial<PageView>) => void }) {
  const t = useT();
  const [limit, setLimit] = useState(FIRST_BATCHES);
  const [went, setWent] = useState<WentBack | null>(null);
  const query = useQuery(queries.batches(limit));
  return (
    <section className="batches" aria-label={t('batches.title')}>
      {went && <TakenBack key={went.at} went={went} change={change} dismiss={() => setWent(null)} />}
      <h3>{t('batches.title')}</h3>
      <Answered query={query} rows={3}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="dim">{t('batches.none')}</p>
          ) : (
            <>
              <ul>
                {items.map((batch) => (
                  <Item key={batch.id} batch={batch} done={setWent} />
                ))}
              </ul>
              {items.length < total && (
                <Button variant="subtle" size="compact-sm" onClick={() => setLimit(ALL_BATCHES)}>
                  {t('batches.all', { count: total })}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}
