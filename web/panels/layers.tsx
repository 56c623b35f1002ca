import {
  IconAffiliate,
  IconAnchor,
  IconCircleDashed,
  IconHexagons,
  IconPackage,
  IconRoute,
  IconVectorSpline,
} from '@tabler/icons-react';
import { useT } from '../i18n/index.ts';
import { LAYERS, type LayerName } from '../state.ts';

const ICONS = {
  routes: IconRoute,
  legs: IconVectorSpline,
  hotspots: IconHexagons,
  clusters: IconCircleDashed,
  seizures: IconPackage,
  ports: IconAnchor,
} as const;

/** Turns each layer of the map on and off. */
export function Layers(props: {
  layers: readonly LayerName[];
  communities: boolean;
  set(change: { layers?: readonly LayerName[]; communities?: boolean }): void;
}) {
  const t = useT();
  return (
    <div className="layers" role="group" aria-label={t('layers.label')}>
      {LAYERS.map((name) => {
        const Icon = ICONS[name];
        const on = props.layers.includes(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={on}
            aria-label={t(`layers.${name}`)}
            title={t(`layers.${name}`)}
            onClick={() =>
              props.set({ layers: LAYERS.filter((one) => (one === name ? !on : props.layers.includes(one))) })
            }
          >
            <Icon size={15} stroke={1.8} aria-hidden="true" />
            <span>{t(`layers.${name}`)}</span>
          </button>
        );
      })}
      {props.layers.includes('ports') && (
        <button
          type="button"
          className="layer-part"
          aria-pressed={props.communities}
          aria-label={t('layers.communities')}
          title={t('layers.communitiesWhy')}
          onClick={() => props.set({ communities: !props.communities })}
        >
          <IconAffiliate size={15} stroke={1.8} aria-hidden="true" />
          <span>{t('layers.communities')}</span>
        </button>
      )}
    </div>
  );
}
