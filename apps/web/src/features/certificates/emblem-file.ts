/** Base64 characters that one request may carry. */
const mostCharacters = 1_000_000;
/** Four times what is printed: more would only be thrown away. */
const mostPixels = 1_200;

/**
 * The emblem's file as base64 that fits into one request; a large PNG is made smaller first.
 * @returns null when it does not fit
 */
export async function emblemData(file: File): Promise<string | null> {
  const whole = await base64(file);
  if (whole.length > 0 && whole.length <= mostCharacters) return whole;
  if (file.type !== 'image/png') return null;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const small = canvas.toDataURL('image/png').split(',')[1] ?? '';
  return small.length > 0 && small.length <= mostCharacters ? small : null;
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}
