import type { MediaAsset } from '@pamong/contract/media';
import type { VideoForAuthor } from '@pamong/contract/video';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api/client.js';
import { useProblemSentence } from '../../../shared/api/problem-sentence.js';
import { routeQuery } from '../../../shared/api/route-query.js';
import { useLive } from '../../../shared/live/use-live.js';
import type { LessonEditorProps } from '../../../shared/slots/slots.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { buttonStyle } from '../../../ui/button-style.js';
import { Notice } from '../../../ui/notice.js';
import { QueryState } from '../../../ui/query-state.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { AssetPanel } from './asset-panel.js';
import { CaptionsField } from './captions-field.js';
import { ChaptersField } from './chapters-field.js';
import { startUpload } from './uploads.js';

const maxBytes = 4 * 1024 ** 3;

/** Editor of a video lesson: the recording, its captions and its chapters. */
export default function VideoEditor({ courseId, body, onChange }: LessonEditorProps) {
  const video = body as VideoForAuthor;
  const setAsset = (assetId: string | null) => onChange({ ...video, assetId });
  return (
    <div className="grid gap-8">
      {video.assetId === null ? <NewRecording courseId={courseId} onAsset={setAsset} /> : <Existing key={video.assetId} assetId={video.assetId} onRemoved={() => setAsset(null)} />}
      <ChaptersField chapters={video.chapters} onChange={(chapters) => onChange({ ...video, chapters })} />
    </div>
  );
}

function NewRecording({ courseId, onAsset }: { readonly courseId: string; readonly onAsset: (assetId: string) => void }) {
  const { t } = useTranslation('video');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setFault(null);
    // Known without asking, and kinder before than after an hour of sending.
    if (file.size === 0) return setFault(t('upload.empty'));
    if (file.size > maxBytes) return setFault(t('upload.tooLarge'));
    setBusy(true);
    try {
      const asset = await api.media.create({ params: { courseId }, body: { fileName: file.name.slice(0, 255), bytes: file.size } });
      const { queryKey } = routeQuery('media', 'get', { params: { assetId: asset.id } });
      client.setQueryData(queryKey, asset);
      onAsset(asset.id);
      await startUpload(asset.id, asset.uploadUrl ?? '', file, () => void client.invalidateQueries({ queryKey }));
    } catch (error) {
      setFault(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-label={t('upload.title')} className="grid gap-3">
      <FileDrop label={t('upload.drop')} hint={t('upload.hint')} accept="video/mp4,video/webm,video/quicktime,.mp4,.webm,.mov,.mkv,.m4v" disabled={busy} onFiles={([file]) => file && void take(file)} />
      {fault && (
        <Notice tone="danger" live>
          {fault}
        </Notice>
      )}
      <SampleLink />
    </section>
  );
}

/** "Unduh video contoh": something to try the upload with. */
function SampleLink() {
  const { t } = useTranslation('video');
  return (
    <p className="text-sm text-ink-soft">
      {t('upload.noFile')}{' '}
      <a href="/demo/menebak-kata.mp4" download className={buttonStyle('quiet', 'small', false)}>
        <Download aria-hidden="true" className="size-4" />
        {t('upload.sample')}
      </a>
    </p>
  );
}

function Existing({ assetId, onRemoved }: { readonly assetId: string; readonly onRemoved: () => void }) {
  const client = useQueryClient();
  const options = routeQuery('media', 'get', { params: { assetId } });
  const query = useQuery({ ...options, refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 15_000 : false) });
  const refresh = () => void client.invalidateQueries({ queryKey: options.queryKey });
  useLive(
    'media.progress',
    (data) => {
      const { assetId: id, status, progress, playable } = data as Pick<MediaAsset, 'status' | 'progress' | 'playable'> & { assetId: string };
      if (id !== assetId) return;
      const known = client.getQueryData<MediaAsset>(options.queryKey);
      // A new state brings more than the message says; between two states only the bar moves.
      if (!known || known.status !== status || known.playable !== playable) refresh();
      else client.setQueryData(options.queryKey, { ...known, progress });
    },
    refresh,
  );
  return (
    <QueryState query={query} skeleton={<Skeleton className="h-40 w-full rounded-card" />}>
      {(asset) => (
        <>
          <AssetPanel asset={asset} onChanged={refresh} onRemoved={onRemoved} />
          {asset.status !== 'refused' && asset.status !== 'failed' && <CaptionsField asset={asset} onChanged={(changed) => client.setQueryData(options.queryKey, changed)} />}
        </>
      )}
    </QueryState>
  );
}

const isUnderWay = (asset: MediaAsset): boolean => asset.status === 'uploading' || asset.status === 'waiting' || asset.status === 'processing';
