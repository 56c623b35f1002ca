import { IconAnchor, IconHexagons, IconPackage, IconRoute, IconVectorSpline } from '@tabler/icons-react';
import { useT } from '../i18n/index.ts';
import { LAYERS, type LayerName } from '../state.ts';

const ICONS = {
  routes: IconRoute,
  legs: IconVectorSpline,
  hotspots: IconHexagons,
  seizures: IconPackage,
  ports: IconAnchor,
} as const;

/** Turns each layer of the map on and off. */
export function Layers(props: { layers: readonly LayerName[]; set(layers: readonly LayerName[]): void }) {
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
              props.set(LAYERS.filter((one) => (one === name ? !on : props.layers.includes(one))))
            }
          >
            <Icon size={15} stroke={1.8} aria-hidden="true" />
            {t(`layers.${name}`)}
          </button>
        );
      })}
    </div>
  );
}
