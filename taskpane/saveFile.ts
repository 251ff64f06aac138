/** Hands a file to whoever sits in front of the pane, as a download. */

export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function saveFile({ name, bytes }: Made): void {
  const link = document.createElement("a");
  // A copy: what came from another thread may lie in memory of any kind.
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
