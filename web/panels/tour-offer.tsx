import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useT } from '../i18n/index.ts';
import { goTour, TOUR_CASE, useTour } from '../tour.ts';
import type { MapData } from '../map/types.ts';

/** Offers the tour once, where the case that it follows is among the data. */
export function TourOffer({ seizures }: { seizures: MapData['seizures'] }) {
  const t = useT();
  const offered = useTour() === 'offered';
  if (!offered || !seizures?.features.some(({ properties }) => properties.id === TOUR_CASE)) return null;
  return (
    <div className="notice" role="status" aria-label={t('tour.label')}>
      <IconRoute size={17} aria-hidden="true" />
      <p>{t('tour.offer')}</p>
      <Button size="compact-xs" flex="none" onClick={() => goTour(0)}>
        {t('tour.start')}
      </Button>
      <Button size="compact-xs" flex="none" variant="subtle" color="gray" onClick={() => goTour(null)}>
        {t('tour.notNow')}
      </Button>
    </div>
  );
}
