import browser from 'webextension-polyfill';

/** Reads a file of the package. Throws naming the file when it is not there. */
export async function readAsset(file: string): Promise<ArrayBuffer> {
  const answer = await fetch(browser.runtime.getURL(file));
  if (!answer.ok) throw new Error(`${file}: not in the package`);
  return answer.arrayBuffer();
}
