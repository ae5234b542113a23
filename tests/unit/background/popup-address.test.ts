import { describe, expect, it } from 'vitest';
import { popupAddress, readPopupAddress } from '../../../background/popup-address.ts';

const searchOf = (address: string): string => new URL(address, 'https://extension.example/').search;

describe("the popup's address", () => {
  it.each(['www.sonymusic.com', '[::1]', 'a&of=9', 'bücher.example'])('gives back what it names: %s', (host) => {
    const named = { tab: 12, host, words: null };
    expect(readPopupAddress(searchOf(popupAddress(named)))).toEqual(named);
  });

  it.each(['no other company', 'andere Firmen & “Dienste” auf dieser Seite: 36+', '100 % = 7?of=9#x', ''])(
    'gives back the words of the button: %s',
    (words) => {
      const named = { tab: 12, host: 'a.example', words };
      expect(readPopupAddress(searchOf(popupAddress(named)))).toEqual(named);
    },
  );

  it.each(['', '?tab=7', '?of=7', '?at=a.example', '?of=&at=a.example', '?of=-1&at=a.example', '?of=x&at=a.example'])(
    'names no tab where it is another: %s',
    (search) => {
      expect(readPopupAddress(search)).toBeNull();
    },
  );
});
