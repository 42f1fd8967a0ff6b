/** Hands a text made in the page to the browser's downloads. */
export const saveFile = (name: string, type: string, content: string): void => saveBlob(name, new Blob([content], { type }));

export function saveBlob(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
