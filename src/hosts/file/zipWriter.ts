/** A zip written anew from an old one: parts that did not change keep their packed bytes as they stood. */
import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import { ReadFailure } from "./failure";
import { packedBytes, partKey, readZipDirectory } from "./zip";

/** New content by part name; null takes the part out; a name that is not there yet is added at the end. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

interface Member {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const UTF8_NAME = 0x0800;
const DEFLATE = 8;
const STORED = 0;
/** 1980-01-01 00:00: new parts carry no clock. */
const NO_TIME = 0x0021_0000;

export function rewriteZip(bytes: Uint8Array, changes: PartChanges): Uint8Array {
  const pending = new Map([...changes].map(([name, content]) => [partKey(name), { name, content }]));
  const members: Member[] = [];
  for (const entry of readZipDirectory(bytes)) {
    const key = partKey(entry.name);
    const change = pending.get(key);
    pending.delete(key);
    if (!change) {
      members.push({
        name: new TextEncoder().encode(entry.name),
        // Sizes and check sum stand in the local header that we write, not behind the data (bit 3).
        flags: (entry.flags & ~8) | UTF8_NAME,
        method: entry.method,
        time: entry.time,
        crc: entry.crc,
        size: entry.statedSize,
        packed: packedBytes(bytes, entry),
      });
    } else if (change.content) {
      members.push(newMember(entry.name, change.content, entry.time));
    }
  }
  for (const { name, content } of pending.values()) if (content) members.push(newMember(name, content, NO_TIME));
  return assemble(members);
}

function newMember(name: string, content: Uint8Array, time: number): Member {
  const deflated = deflateSync(content, { level: 6 });
  const smaller = deflated.length < content.length;
  return {
    name: new TextEncoder().encode(name),
    flags: UTF8_NAME,
    method: smaller ? DEFLATE : STORED,
    time,
    crc: crc32(content),
    size: content.length,
    packed: smaller ? deflated : content,
  };
}

const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;

function assemble(members: readonly Member[]): Uint8Array {
  let length = END_LENGTH;
  for (const { name, packed } of members) length += LOCAL_LENGTH + CENTRAL_LENGTH + 2 * name.length + packed.length;
  // Beyond 4 GB the zip64 form would be needed, which no ledger is.
  if (length > 0xffff_ffff || members.length > 0xffff)
    throw new ReadFailure("too-large", { bytes: length, limit: 0xffff_ffff });
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  let at = 0;
  const offsets: number[] = [];
  for (const member of members) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, member);
    out.set(member.name, at + LOCAL_LENGTH);
    out.set(member.packed, at + LOCAL_LENGTH + member.name.length);
    at += LOCAL_LENGTH + member.name.length + member.packed.length;
  }
  const directory = at;
  members.forEach((member, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, member);
    view.setUint32(at + 42, offsets[index] as number, true);
    out.set(member.name, at + CENTRAL_LENGTH);
    at += CENTRAL_LENGTH + member.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, members.length, true);
  view.setUint16(at + 10, members.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The 26 bytes that a local header and a directory entry share. */
function writeCommon(view: DataView, at: number, member: Member): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, member.flags, true);
  view.setUint16(at + 4, member.method, true);
  view.setUint32(at + 6, member.time, true);
  view.setUint32(at + 10, member.crc, true);
  view.setUint32(at + 14, member.packed.length, true);
  view.setUint32(at + 18, member.size, true);
  view.setUint16(at + 22, member.name.length, true);
}
