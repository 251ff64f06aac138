/** Files to and from the person at the page. */

/** What the file dialogue offers: all that can be read. */
export const READABLE = ".xlsx,.xlsm,.xls,.et,.xlsb,.ods,.csv,.tsv,.txt";

export function droppedFile(transfer: DataTransfer): File | null {
  return transfer.files.item(0);
}

export function download(bytes: Uint8Array, fileName: string): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; without this the bytes stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
