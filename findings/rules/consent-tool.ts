/** The tools that ask for consent, and the companies that make them. */
import type { Visit } from '../../ledger/visit.ts';
import { isConsentHost } from '../../recognition/consent-hosts.ts';
import { consentScript } from '../../recognition/consent-platforms.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { filedUnder } from './contacted.ts';

/**
 * A company that makes consent tools makes more: forms for requests, texts of policies. Where we know the scripts of its tool, one of
 * them must be among what was asked of its hosts, or the tool itself was seen; of others the company is all that is known.
 */
export const consentTool: PracticeRule = (recognised) => {
  const { consents, hosts } = recognised.visit;
  const isTool = ({ host, paths }: Visit['hosts'][number]): boolean =>
    paths.some((path) => consentScript(`https://${host}${path}`) !== null);
  const isSeen = consents.length > 0 || hosts.some(isTool);
  return [
    ...consents.map(({ platform, choice, source, at }): Evidence => ({
      ...{ kind: 'consent', platform, choice },
      ...{ host: source, at, count: 1 },
      // The name of an item is no host: taken for one, it would be told as a company.
      ...(source.includes('.') ? {} : { behind: '' }),
    })),
    ...filedUnder('consent-provider')(recognised).flatMap((one): Evidence[] => {
      if (isSeen) return [one];
      return isConsentHost(one.host) ? [] : [{ ...one, situation: 'maker' }];
    }),
  ];
};
