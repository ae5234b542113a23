/** A visit for the tests of observers: it gathers what is reported, and looks at the page when the test says so. */
import type { Observation, ObservationKind, ObservationOf } from '../../../ledger/observation.ts';
import type { PageObserver, PageWatch } from '../../../observers/page/observer.ts';
import { followPage, type PageChanges } from '../../../observers/page/page-changes.ts';
import { documentHost } from '../../../observers/page/page-elements.ts';
import { registrableDomain } from '../../../recognition/registrable-domain.ts';

export interface WatchedPage {
  readonly watch: PageWatch;
  readonly reported: Observation[];
  /** What has been reported of one kind since the last call. */
  readonly take: <K extends ObservationKind>(kind: K) => ObservationOf<K>[];
  /** Runs the scans that observers gave to `onDom` with what has changed since the last time. */
  readonly scan: () => void;
  readonly end: () => void;
}

/** Starts the observers on the document of the test. */
export function watchPage(...observers: PageObserver[]): WatchedPage {
  const controller = new AbortController();
  const reported: Observation[] = [];
  const scans: ((changes: PageChanges) => void)[] = [];
  const takeChanges = followPage(controller.signal, () => undefined);
  let whole: PageChanges | undefined;
  const watch: PageWatch = {
    report: (observation) => reported.push(observation),
    signal: controller.signal,
    salt: 'salt',
    site: registrableDomain(documentHost()),
    since: 0,
    frame: 'top',
    onDom: (scan) => {
      scans.push(scan);
      scan((whole ??= takeChanges()));
    },
    onAsked: () => undefined,
  };
  // Each observer gets an object of its own, as in the extension.
  for (const observer of observers) observer({ ...watch });
  return {
    watch,
    reported,
    take: (kind) => {
      const taken = reported.filter((one): one is ObservationOf<typeof kind> => one.kind === kind);
      for (const one of taken) reported.splice(reported.indexOf(one), 1);
      return taken;
    },
    scan: () => {
      const changes = takeChanges();
      for (const scan of scans) scan(changes);
    },
    end: () => {
      controller.abort();
    },
  };
}
