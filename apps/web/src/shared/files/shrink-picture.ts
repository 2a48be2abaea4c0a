/** Widest that the server keeps; more would only cost the author's quota. */
const widest = 1_600;
/** Base64 characters that one request may carry. */
const mostCharacters = 1_000_000;

/**
 * A photograph as base64 that fits into one request: smaller in pixels, then in quality.
 * @returns null when the browser cannot read the file as a picture
 */
export async function shrinkPicture(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  for (const [width, quality] of [[widest, 0.85], [widest, 0.7], [1_000, 0.7], [640, 0.6]] as const) {
    const scale = Math.min(1, width / bitmap.width);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const brush = canvas.getContext('2d');
    if (!brush) return null;
    // JPEG has no transparency; WebP keeps it where the browser can write it.
    brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const data = canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
    if (data.length > 0 && data.length <= mostCharacters) return data;
  }
  return null;
}
