import { useQuery } from '@tanstack/react-query';
import type { ClusterDetail, ClusterProperties, ClustersReply } from '../../shared/api.ts';
import type { RunNoteCode } from '../../shared/vocabulary.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS, type PageView } from '../state.ts';
import { number, positionWords, spanWords } from '../words.ts';
import { clusterChance, clusterCount, figure, simulatedWords } from '../words-spots.ts';
import { EvidenceList } from './evidence.tsx';
import { HelpLink } from './help-link.tsx';
import { nearestPort } from './near.ts';
import { Facts, Section, SyntheticPill, type Open } from './parts.tsx';
import { RunNotes } from './spot-parts.tsx';

/** What the analysis left out that bears on each method. */
const NOTES_OF: Readonly<Record<ClusterProperties['method'], readonly RunNoteCode[]>> = {
  'poisson-scan': ['no-port-calls', 'seizures-without-port-calls', 'seizures-not-placed', 'too-few-seizures'],
  'space-time-scan': ['no-dated-seizure', 'seizures-not-placed', 'too-few-seizures'],
  density: ['seizures-not-placed', 'too-few-seizures'],
};
const notesFor = (reply: ClustersReply | undefined, method: ClusterProperties['method']) =>
  (reply?.notes ?? []).filter(({ code }) => NOTES_OF[method].includes(code));

const HELP_OF = { 'poisson-scan': 'poisson', 'space-time-scan': 'spaceTime', density: 'density' } as const;

/** Words first: what is there, what was to be expected, how often chance gives as much. */
export function ClusterDetails(props: { cluster: ClusterDetail; view: PageView; open: Open }) {
  const t = useT();
  const { cluster, view, open } = props;
  const notes = notesFor(useQuery(queries.clusters()).data, cluster.method);
  const nodes = useQuery(queries.network(NO_FILTERS)).data?.nodes.features ?? [];
  const traffic = useQuery(queries.places(view.level)).data?.callsSynthetic ?? 'none';
  const near = nearestPort(cluster.centre, nodes);
  const sure = cluster.p !== null && cluster.p <= 0.05;
  const madeUp = cluster.method === 'poisson-scan' && traffic !== 'none';
  return (
    <>
      <h2>{near === null ? positionWords(cluster.centre) : t('list.near', { place: near })}</h2>
      <p className={sure ? 'verdict verdict-strong' : 'verdict'}>{clusterCount(t, cluster)}</p>
      <p className="dim">{clusterChance(t, cluster)}</p>
      <HelpLink section={HELP_OF[cluster.method]} />
      {madeUp && (
        <p className="synthetic-said">
          <SyntheticPill text={t('clusters.syntheticCalls')} />
          <span>{t(traffic === 'all' ? 'clusters.callsAllSynthetic' : 'clusters.callsSomeSynthetic')}</span>
        </p>
      )}
      <Facts
        rows={[
          [t('clusters.methodLabel'), t(`clusters.methodWhy.${cluster.method}`)],
          [t('details.position'), positionWords(cluster.centre)],
          [
            t('clusters.radius'),
            cluster.radiusKm === 0
              ? t('clusters.onePlace')
              : t('unit.radius', { km: number(cluster.radiusKm) }),
          ],
          cluster.firstDay === null || cluster.lastDay === null
            ? null
            : [t('clusters.dates'), spanWords(t, cluster.firstDay, cluster.lastDay)],
          [t('clusters.cases'), number(cluster.cases)],
          cluster.expected === null ? null : [t('clusters.expected'), figure(cluster.expected)],
          cluster.relativeRisk === null
            ? null
            : [t('clusters.riskLong'), t('clusters.times', { value: figure(cluster.relativeRisk) })],
          cluster.p === null
            ? null
            : [
                t('clusters.p'),
                t('clusters.pDraws', { p: simulatedWords(t, cluster), draws: number(cluster.draws ?? 0) }),
              ],
          cluster.logLikelihoodRatio === null
            ? null
            : [t('clusters.ratio'), number(cluster.logLikelihoodRatio, 2)],
        ]}
      />
      <Section title={t('details.inside')}>
        <EvidenceList items={cluster.evidence} open={open} />
      </Section>
      {notes.length > 0 && (
        <Section title={t('clusters.leftOut')}>
          <RunNotes notes={notes} />
        </Section>
      )}
    </>
  );
}
