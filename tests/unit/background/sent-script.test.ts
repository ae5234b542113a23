import { beforeEach, expect, it } from 'vitest';
import { ALL_SITES } from '../../../background/all-sites.ts';
import { settleSentScript } from '../../../background/sent-script.ts';
import { LISTED, stubPermissions } from './stub-permissions.ts';

let stub: ReturnType<typeof stubPermissions>;
beforeEach(() => {
  stub = stubPermissions();
});

it('is not there without the permission', async () => {
  await settleSentScript();
  expect(stub.register).not.toHaveBeenCalled();
});

it('is there once on the listed sites while all sites are allowed, and goes with the permission', async () => {
  stub.granted.add(ALL_SITES);
  await settleSentScript();
  await settleSentScript();
  expect(stub.register).toHaveBeenCalledOnce();
  expect(stub.update).not.toHaveBeenCalled();
  expect(stub.scripts.get('sent')).toEqual({
    id: 'sent',
    js: ['content-scripts/sent.js'],
    matches: LISTED,
    allFrames: true,
    runAt: 'document_start',
    world: 'ISOLATED',
    persistAcrossSessions: true,
  });
  stub.granted.delete(ALL_SITES);
  await settleSentScript();
  await settleSentScript();
  expect(stub.scripts.size).toBe(0);
  expect(stub.unregister).toHaveBeenCalledOnce();
});

it('follows the list of sites after an update of the extension', async () => {
  stub.granted.add(ALL_SITES);
  stub.scripts.set('sent', { id: 'sent' });
  await settleSentScript();
  expect(stub.scripts.get('sent')).toMatchObject({ matches: LISTED });
});
