import { useT } from '../i18n/index.ts';
import type { Graph } from './model.ts';

const SIGN = { width: 30, height: 10 };

function Sign({ className, dash }: { className: string; dash?: string }) {
  return (
    <svg className={className} width={SIGN.width} height={SIGN.height} aria-hidden="true">
      <path
        d={`M1 5H${SIGN.width - 8}`}
        strokeWidth="2.4"
        strokeDasharray={dash}
        strokeLinecap={dash === '0.1 5' ? 'round' : 'butt'}
      />
      <polygon points={`${SIGN.width - 1},5 ${SIGN.width - 8},1.5 ${SIGN.width - 8},8.5`} />
    </svg>
  );
}

/** What the lines of the graph mean: only those that are drawn. */
export function GraphKey({ graph }: { graph: Graph }) {
  const t = useT();
  const sure = new Set(
    graph.edges.flatMap(({ voyages, seizures, certainty, seizureCertainty }) => [
      ...(voyages > 0 ? [certainty] : []),
      ...(seizures > 0 ? [seizureCertainty] : []),
    ]),
  );
  const synthetic = graph.edges.some((edge) => edge.synthetic);
  return (
    <ul className="graph-key" aria-label={t('map.legend.title')}>
      {graph.edges.some(({ voyages }) => voyages > 0) && (
        <li>
          <Sign className="graph-line graph-voyage" />
          {t('graph.voyages')}
        </li>
      )}
      {graph.edges.some(({ seizures }) => seizures > 0) && (
        <li>
          <Sign className="graph-line graph-seizure" />
          {t('graph.seizures')}
        </li>
      )}
      {sure.has('inferred') && (
        <li>
          <Sign className="graph-line" dash="7 4" />
          {t('map.legend.dashed')}
        </li>
      )}
      {sure.has('assumed') && (
        <li>
          <Sign className="graph-line" dash="0.1 5" />
          {t('map.legend.dotted')}
        </li>
      )}
      <li>{t('graph.width')}</li>
      {synthetic && <li className="graph-synthetic">{t('map.synthetic')}</li>}
    </ul>
  );
}
