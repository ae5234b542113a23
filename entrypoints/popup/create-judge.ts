/** What tells the popup what a visit comes to and whose a host is. The report on a visit is made once. */
import type { AllKnowledge } from '../../findings/knowledge.ts';
import { createReport, type Report } from '../../findings/report.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { SiteRecognition } from '../../recognition/site.ts';

/** Makes what judges, of which a part can be made ready before it is asked. */
export function createJudge(knowledge: AllKnowledge): {
  readonly report: (visit: Visit, region: string | null) => Report;
  readonly recognise: (host: string) => SiteRecognition;
  /** Reads the lists by which hosts are found. */
  readonly prepare: (host: string | null) => void;
  readonly prepareReport: (visit: Visit, region: string | null) => void;
} {
  const [{ sites, companies }] = knowledge;
  let last: { readonly visit: Visit; readonly report: Report } | undefined;
  const report = (visit: Visit, region: string | null): Report => {
    if (last?.visit !== visit) last = { visit, report: createReport(visit, knowledge, region) };
    return last.report;
  };
  return {
    report,
    recognise: (host) => sites.recognise(host, []),
    prepare: (host) => {
      if (host !== null) companies.find(host, host);
    },
    prepareReport: (visit, region) => {
      try {
        report(visit, region);
      } catch {
        // It fails again where it is drawn, and is told there.
      }
    },
  };
}
