/**
 * The real popup, opened by a press on the toolbar button. The press is made by the browser itself
 * (`Extensions.triggerAction`) and grants activeTab as a person's press does; Playwright raises no page for the popup, so it is
 * driven through the browser's own protocol.
 */
import { expect, type CDPSession, type Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser.ts';
import { visitLabel } from './fixtures.ts';

interface ProtocolReply {
  id?: number;
  error?: { message: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } };
}

/** Keys as the protocol wants them. */
const KEYS = {
  Tab: { code: 9 },
  Enter: { code: 13, text: '\r' },
  ArrowLeft: { code: 37 },
} as const;
/** The protocol's bits for keys that are held. */
const HELD = { Alt: 1, Shift: 8 } as const;

export class ToolbarPopup {
  readonly #session: CDPSession;
  readonly #sessionId: string;
  #lastId = 0;

  private constructor(session: CDPSession, sessionId: string) {
    this.#session = session;
    this.#sessionId = sessionId;
  }

  /** Presses the toolbar button on `page`'s tab and waits for the popup. */
  static async open(extension: ExtensionBrowser, page: Page): Promise<ToolbarPopup> {
    await page.bringToFront();
    const tab = (await extension.targets()).find(({ type, url }) => type === 'tab' && url === page.url());
    if (tab === undefined) throw new Error(`No tab shows ${page.url()}.`);
    const address = `chrome-extension://${extension.id}/popup.html`;
    const popups = async () => (await extension.targets()).filter(({ url }) => url.split('?')[0] === address);
    // The popup of another tab, or one that is on its way out, is not the one that opens.
    const before = new Set((await popups()).map(({ targetId }) => targetId));
    const session = await extension.browserSession();
    // Playwright's types are of an older protocol than the browser's.
    const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extension.id, targetId: tab.targetId });
    let targetId = '';
    await expect(async () => {
      targetId = (await popups()).find((popup) => !before.has(popup.targetId))?.targetId ?? '';
      expect(targetId, 'the popup opens').not.toBe('');
    }).toPass({ timeout: 15_000 });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new ToolbarPopup(session, sessionId);
  }

  /** Visits the label's page until its record is full, then opens the popup over it and waits until it is drawn. */
  static async overLabel(extension: ExtensionBrowser, page: Page): Promise<ToolbarPopup> {
    await visitLabel(extension, page);
    const popup = await ToolbarPopup.open(extension, page);
    await expect.poll(() => popup.text()).toContain('This page contacted');
    return popup;
  }

  /** The popup's text, as a person reads it; '' while there is none. */
  async text(): Promise<string> {
    return this.evaluate(() => (document.body as HTMLElement | null)?.innerText ?? '');
  }

  /** Presses the button with these words, as soon as it is drawn: a popup that has just opened shows none yet. */
  async press(words: string): Promise<void> {
    const press = () =>
      this.evaluate((wanted) => {
        const found = [...document.querySelectorAll('button')].find((button) => button.innerText.trim() === wanted);
        found?.click();
        return found !== undefined;
      }, words);
    await expect.poll(press, { message: `a button “${words}”` }).toBe(true);
  }

  /** Presses a key of the keyboard, with another one held or not. */
  async key(name: keyof typeof KEYS, held?: keyof typeof HELD): Promise<void> {
    const { code, ...text } = { text: undefined, ...KEYS[name] };
    const key = { key: name, code: name, windowsVirtualKeyCode: code, modifiers: held === undefined ? 0 : HELD[held] };
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...text });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** Runs a function in the popup, as a person's act, and gives what it comes to. */
  async evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const { result } = await this.#send('Runtime.evaluate', {
      expression: `(${run.toString()})(${argument === undefined ? '' : JSON.stringify(argument)})`,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    const problem = result?.exceptionDetails;
    if (problem !== undefined) throw new Error(problem.exception?.description ?? problem.text);
    return result?.result?.value as Result;
  }

  async #send(method: string, params: object): Promise<ProtocolReply> {
    const id = ++this.#lastId;
    const reply = new Promise<ProtocolReply>((resolve) => {
      const settle = (answer: ProtocolReply): void => {
        this.#session.off('Target.receivedMessageFromTarget', listen);
        this.#session.off('Target.detachedFromTarget', close);
        resolve(answer);
      };
      const listen = ({ sessionId, message }: { sessionId: string; message: string }): void => {
        const parsed = JSON.parse(message) as ProtocolReply;
        if (sessionId === this.#sessionId && parsed.id === id) settle(parsed);
      };
      const close = ({ sessionId }: { sessionId: string }): void => {
        if (sessionId === this.#sessionId) settle({ error: { message: 'The popup is closed.' } });
      };
      this.#session.on('Target.receivedMessageFromTarget', listen);
      this.#session.on('Target.detachedFromTarget', close);
    });
    await this.#session.send('Target.sendMessageToTarget', {
      sessionId: this.#sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const answered = await reply;
    if (answered.error !== undefined) throw new Error(answered.error.message);
    return answered;
  }
}
