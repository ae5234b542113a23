import { describe, expect, it } from 'vitest';
import { popupAddress, readPopupAddress } from '../../../background/popup-address.ts';

const searchOf = (address: string): string => new URL(address, 'https://extension.example/').search;

describe("the popup's address", () => {
  it.each(['www.sonymusic.com', '[::1]', 'a&of=9', 'bücher.example'])('gives back what it names: %s', (host) => {
    expect(readPopupAddress(searchOf(popupAddress({ tab: 12, host })))).toEqual({ tab: 12, host });
  });

  it.each(['', '?tab=7', '?of=7', '?at=a.example', '?of=&at=a.example', '?of=-1&at=a.example', '?of=x&at=a.example'])(
    'names no tab where it is another: %s',
    (search) => {
      expect(readPopupAddress(search)).toBeNull();
    },
  );
});
