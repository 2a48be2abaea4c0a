import type { MediaAsset } from '@pamong/contract/media';
import type { VideoForAuthor } from '@pamong/contract/video';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api/client.js';
import { useProblemSentence } from '../../../shared/api/problem-sentence.js';
import { routeQuery } from '../../../shared/api/route-query.js';
import { useLive } from '../../../shared/live/use-live.js';
import { type LessonEditorProps, useSlots } from '../../../shared/slots/slots.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { buttonStyle } from '../../../ui/button-style.js';
import { Notice } from '../../../ui/notice.js';
import { QueryState } from '../../../ui/query-state.js';
import { Skeleton, SkeletonText } from '../../../ui/skeleton.js';
import { AssetPanel } from './asset-panel.js';
import { CaptionsField } from './captions-field.js';
import { ChaptersField } from './chapters-field.js';
import { startUpload } from './uploads.js';

const maxBytes = 4 * 1024 ** 3;

/** Editor of a video lesson: the recording, its captions and chapters, and the text beside it. */
export default function VideoEditor({ courseId, lessonId, title, body, onChange }: LessonEditorProps) {
  const { t } = useTranslation('video');
  // The page hands the body over once; from then on it is kept here and saved there.
  const [video, setVideo] = useState(body as VideoForAuthor);
  const latest = useRef(video);
  const change = (part: Partial<VideoForAuthor>) => {
    latest.current = { ...latest.current, ...part };
    setVideo(latest.current);
    onChange(latest.current);
  };
  // The text editor belongs to courses; it lends itself for notes as well.
  const TextEditor = useSlots().lessonEditors?.text;
  return (
    <div className="grid gap-8">
      {video.assetId === null ? (
        <NewRecording courseId={courseId} onAsset={(assetId) => change({ assetId })} />
      ) : (
        <Existing key={video.assetId} assetId={video.assetId} onRemoved={() => change({ assetId: null })} />
      )}
      <ChaptersField chapters={video.chapters} onChange={(chapters) => change({ chapters })} />
      {TextEditor && (
        <section aria-labelledby="notes">
          <h2 id="notes" className="text-base">
            {t('notes.title')}
          </h2>
          <p className="mt-1 mb-3 text-sm text-ink-soft">{t('notes.hint')}</p>
          <Suspense fallback={<SkeletonText lines={4} />}>
            <TextEditor courseId={courseId} lessonId={lessonId} title={title} body={{ html: video.notes }} onChange={(text) => change({ notes: (text as { html: string }).html })} />
          </Suspense>
        </section>
      )}
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
      await startUpload(asset.id, asset.uploadUrl ?? '', file, () => arrived(client, asset.id));
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
          <AssetPanel asset={asset} onArrived={() => arrived(client, assetId)} onRemoved={onRemoved} />
          {asset.status !== 'refused' && asset.status !== 'failed' && <CaptionsField asset={asset} onChanged={(changed) => client.setQueryData(options.queryKey, changed)} />}
        </>
      )}
    </QueryState>
  );
}

/** The last byte was confirmed: say so at once, then read what the server makes of it. */
function arrived(client: QueryClient, assetId: string): void {
  const { queryKey } = routeQuery('media', 'get', { params: { assetId } });
  client.setQueryData<MediaAsset>(queryKey, (known) => known && { ...known, status: 'waiting', uploadUrl: null });
  void client.invalidateQueries({ queryKey });
}

const isUnderWay = (asset: MediaAsset): boolean => asset.status === 'uploading' || asset.status === 'waiting' || asset.status === 'processing';
