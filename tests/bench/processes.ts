/** How much time and memory a browser with all its processes takes, by Linux's /proc. */
import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks a second in /proc/<pid>/stat: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  /** Milliseconds of processor time, with those of children that have ended. */
  readonly cpu: number;
}

function readTimes(pid: string): ProcessTimes | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // '42 (a name) S 1 …': the name may hold spaces and brackets, so the fields are counted from the last bracket.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { parent, cpu: (ticks * 1000) / TICKS_PER_SECOND };
  } catch {
    return null; // ended in the meantime
  }
}

/** The process ids of a process and of all that it started. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const times = readTimes(name);
    if (times !== null) children.set(times.parent, [...(children.get(times.parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const waiting = [root]; ;) {
    const pid = waiting.pop();
    if (pid === undefined) return found;
    found.push(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
}

/** Milliseconds of processor time of a whole tree so far. */
export function cpuOf(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + (readTimes(`${pid}`)?.cpu ?? 0), 0);
}

/** Memory of a whole tree in megabytes, with shared pages divided among those who share them (PSS). */
export function memoryOf(root: number): number {
  const kilobytes = processTree(root).map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
