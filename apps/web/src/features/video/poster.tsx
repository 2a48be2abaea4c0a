import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { loadEngine } from './engine.js';

interface PosterProps {
  readonly address: string;
  readonly busy: boolean;
  /** Where playing goes on; 0 for the beginning. */
  readonly positionMs: number;
  readonly onPlay: () => void;
}

/** What stands in for the player until somebody presses play: a picture of some kilobytes and one button. */
export function Poster({ address, busy, positionMs, onPlay }: PosterProps) {
  const { t } = useTranslation('video');
  const format = useFormat();
  return (
    <>
      <img src={address} alt="" className="absolute inset-0 size-full object-contain" />
      <div className="absolute inset-0 grid place-items-center bg-[rgb(8_16_16/0.35)]">
        <Button
          tone="accent"
          size="large"
          busy={busy}
          icon={<Play aria-hidden="true" className="size-5 fill-current" />}
          onClick={onPlay}
          // A hand on the way to the button: the engine may come already.
          onPointerEnter={() => void loadEngine().catch(() => undefined)}
        >
          {positionMs > 3_000 ? t('player.resume', { position: format.position(Math.floor(positionMs / 1_000)) }) : t('player.play')}
        </Button>
      </div>
    </>
  );
}
