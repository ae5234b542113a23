/**
 * The real popup, opened by a press on the toolbar button. The press is made by the browser itself
 * (`Extensions.triggerAction`) and grants activeTab as a person's press does; Playwright raises no page for the popup, so it is
 * driven through the browser's own protocol.
 */
import { expect, type CDPSession, type Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser';

interface ProtocolReply {
  id?: number;
  error?: { message: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

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
    const session = await extension.browserSession();
    // Playwright's types are of an older protocol than the browser's.
    const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extension.id, targetId: tab.targetId });
    const address = `chrome-extension://${extension.id}/popup.html`;
    const find = async () => (await extension.targets()).find(({ url }) => url === address);
    await expect.poll(async () => (await find()) !== undefined, { message: 'the popup opens' }).toBe(true);
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: (await find())?.targetId ?? '',
      flatten: false,
    });
    return new ToolbarPopup(session, sessionId);
  }

  /** The popup's text, as a person reads it; '' while there is none. */
  async text(): Promise<string> {
    const value = await this.#evaluate('document.body?.innerText');
    return typeof value === 'string' ? value : '';
  }

  /** Presses the button with these words. */
  async press(words: string): Promise<void> {
    const pressed = await this.#evaluate(
      `(() => { const found = [...document.querySelectorAll('button')].find((button) => button.innerText.trim() === ${JSON.stringify(words)}); found?.click(); return found !== undefined; })()`,
    );
    expect(pressed, `a button “${words}”`).toBe(true);
  }

  async #evaluate(expression: string): Promise<unknown> {
    const id = ++this.#lastId;
    const reply = new Promise<ProtocolReply>((resolve) => {
      const listen = ({ sessionId, message }: { sessionId: string; message: string }): void => {
        const parsed = JSON.parse(message) as ProtocolReply;
        if (sessionId !== this.#sessionId || parsed.id !== id) return;
        this.#session.off('Target.receivedMessageFromTarget', listen);
        resolve(parsed);
      };
      this.#session.on('Target.receivedMessageFromTarget', listen);
    });
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, userGesture: true } });
    await this.#session.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    const { error, result } = await reply;
    const problem = error?.message ?? result?.exceptionDetails?.text;
    if (problem !== undefined) throw new Error(problem);
    return result?.result?.value;
  }
}
