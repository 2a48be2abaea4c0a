import type { MediaAsset } from '@pamong/contract/media';
import { useQuery } from '@tanstack/react-query';
import { FileVideo, Play, Trash2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api/client.js';
import { useProblemSentence } from '../../../shared/api/problem-sentence.js';
import { routeQuery } from '../../../shared/api/route-query.js';
import { useFormat } from '../../../shared/format/use-format.js';
import { Button } from '../../../ui/button.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { Notice } from '../../../ui/notice.js';
import { Progress } from '../../../ui/progress.js';
import { toast } from '../../../ui/toast-store.js';
import type { PlayerHandle } from '../player.js';
import { resumeUpload, startUpload, stopUpload, useUpload } from './uploads.js';

const Player = lazy(() => import('../player.js').then((module) => ({ default: module.Player })));

interface AssetProps {
  readonly asset: MediaAsset;
  readonly onArrived: () => void;
  readonly onRemoved: () => void;
}

/** A recording in whatever state it is: sent, made ready, ready, or refused with what to do. */
export function AssetPanel({ asset, onArrived, onRemoved }: AssetProps) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await stopUpload(asset.id);
      await api.media.remove({ params: { assetId: asset.id } });
      onRemoved();
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
      setBusy(false);
    }
  };
  return (
    <section aria-label={t('upload.title')} className="rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
        <FileVideo aria-hidden="true" className="size-5 shrink-0 text-primary" />
        <div className="min-w-0 grow">
          <p className="font-semibold break-words">{asset.fileName}</p>
          <p className="text-sm text-ink-soft">{[format.size(asset.bytes), ...(asset.seconds === null ? [] : [format.duration(asset.seconds)]), t(`status.${asset.status}`)].join(' · ')}</p>
        </div>
        <Button tone="secondary" size="small" busy={busy} icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={() => void remove()}>
          {t(asset.status === 'uploading' ? 'asset.cancel' : 'asset.replace')}
        </Button>
      </header>
      <div className="grid gap-4 p-4">
        {asset.status === 'uploading' && <Sending asset={asset} onArrived={onArrived} />}
        {(asset.status === 'waiting' || asset.status === 'processing') && (
          <Progress share={asset.progress} figure label={t('asset.making')} note={t(asset.playable ? 'asset.playableNote' : asset.status === 'waiting' ? 'asset.waitingNote' : 'asset.makingNote')} />
        )}
        {asset.refusal && (
          <Notice tone="danger" title={t('asset.refused')}>
            {t(`refusal.${asset.refusal}`)}
          </Notice>
        )}
        {asset.status === 'failed' && <Notice tone="danger" title={t('asset.failed')}>{t('asset.failedText')}</Notice>}
        {asset.sound === false && <Notice tone="info">{t('asset.silent')}</Notice>}
        {asset.playable && <Preview asset={asset} />}
      </div>
    </section>
  );
}

/** The bytes on their way, or what is needed for them to go on. */
function Sending({ asset, onArrived }: Pick<AssetProps, 'asset' | 'onArrived'>) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const upload = useUpload(asset.id);
  const [wrong, setWrong] = useState(false);
  if (!upload) {
    const resume = (file: File) => {
      // Another file's bytes behind the first half would make neither film.
      if (file.size !== asset.bytes || file.name.slice(0, 255) !== asset.fileName) return setWrong(true);
      setWrong(false);
      void startUpload(asset.id, asset.uploadUrl ?? '', file, onArrived);
    };
    return (
      <>
        <Notice tone="warning" title={t('upload.brokenTitle')}>
          {t('upload.brokenText', { name: asset.fileName })}
        </Notice>
        <FileDrop label={t('upload.again')} hint={t('upload.againHint', { name: asset.fileName, size: format.size(asset.bytes) })} accept="video/*,.mkv" onFiles={([file]) => file && resume(file)} />
        {wrong && (
          <Notice tone="danger" live>
            {t('upload.otherFile', { name: asset.fileName })}
          </Notice>
        )}
      </>
    );
  }
  const left = upload.bytesPerSecond ? (upload.total - upload.sent) / upload.bytesPerSecond : null;
  const facts = [
    t('upload.sent', { sent: format.size(upload.sent), total: format.size(upload.total) }),
    ...(upload.bytesPerSecond ? [t('upload.speed', { speed: format.size(upload.bytesPerSecond) })] : []),
    ...(left !== null && left > 5 ? [t('upload.left', { time: format.duration(left < 90 ? Math.ceil(left / 5) * 5 : Math.ceil(left / 60) * 60) })] : []),
  ];
  return (
    <>
      <Progress share={upload.total === 0 ? 0 : upload.sent / upload.total} figure label={t('upload.progress')} note={facts.join(' · ')} />
      {upload.state !== 'sending' && (
        <Notice tone="warning" live action={<Button size="small" onClick={() => resumeUpload(asset.id)}>{t('upload.resume')}</Button>}>
          {t(upload.state === 'waiting' ? 'upload.waiting' : 'upload.failed')}
        </Notice>
      )}
    </>
  );
}

/** What learners will see, for the author; without a trace in anybody's progress. */
function Preview({ asset }: { readonly asset: MediaAsset }) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const [playing, setPlaying] = useState(false);
  const player = useRef<PlayerHandle>(null);
  const query = useQuery({ ...routeQuery('media', 'preview', { params: { assetId: asset.id } }), staleTime: 3_600_000 });
  if (!query.data) return null;
  const nothing = () => undefined;
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,22rem)_1fr]">
      <div className="relative aspect-video overflow-hidden rounded-control bg-[#0f1513]">
        {playing ? (
          <Suspense fallback={null}>
            <Player ref={player} playback={query.data} source={query.data.master} startSeconds={0} label={asset.fileName} onPlaying={nothing} onJump={nothing} onStop={nothing} onFailed={() => setPlaying(false)} />
          </Suspense>
        ) : (
          <>
            <img src={query.data.poster} alt={t('asset.poster')} className="absolute inset-0 size-full object-contain" />
            <div className="absolute inset-0 grid place-items-center">
              <Button icon={<Play aria-hidden="true" className="size-4 fill-current" />} onClick={() => setPlaying(true)}>
                {t('asset.preview')}
              </Button>
            </div>
          </>
        )}
      </div>
      <div className="text-sm">
        <p className="font-semibold">{t('asset.sizes')}</p>
        <ul className="mt-1 grid gap-0.5 text-ink-soft">
          {asset.renditions.map((one) => (
            <li key={one.name}>{t('quality.one', { lines: Math.min(one.width, one.height), size: format.size(one.bytes) })}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
