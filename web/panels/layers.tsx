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
            onClick={() =>
              props.set({ layers: LAYERS.filter((one) => (one === name ? !on : props.layers.includes(one))) })
            }
          >
            <Icon size={15} stroke={1.8} aria-hidden="true" />
            {t(`layers.${name}`)}
          </button>
        );
      })}
      {props.layers.includes('ports') && (
        <button
          type="button"
          aria-pressed={props.communities}
          title={t('layers.communitiesWhy')}
          onClick={() => props.set({ communities: !props.communities })}
        >
          <IconAffiliate size={15} stroke={1.8} aria-hidden="true" />
          {t('layers.communities')}
        </button>
      )}
    </div>
  );
}
