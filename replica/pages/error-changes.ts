/** Pages that change `Error`, and with it how stacks are written, in each way that there is. */
/** Changes `Error` between two items that it keeps. `asked` counts how often its own code is asked for a stack, `kept` what stands there then. */
const changer = (change: string): string => `<script>
window.asked = 0;
const lie = () => { asked += 1; return 'at lie (https://connect.facebook.net/tr.js:1:1)'; };
localStorage.setItem('kept_before', 'x');
document.cookie = 'kept_before=x';
${change}
localStorage.setItem('kept_after', 'x');
window.settings = () => JSON.stringify(['prepareStackTrace', 'stackTraceLimit'].map((name) => {
  const { get, value, ...how } = Object.getOwnPropertyDescriptor(Error, name) ?? {};
  return [name, get === lie || value === lie, typeof value, ...Object.entries(how)];
}));
window.settingsBefore = settings();
</script>`;
/** By name: the ways. */
const CHANGES: Readonly<Record<string, string>> = {
  value: 'Error.prepareStackTrace = lie; Error.stackTraceLimit = 0;',
  accessor:
    "for (const name of ['prepareStackTrace', 'stackTraceLimit']) Object.defineProperty(Error, name, { configurable: true, enumerable: true, get: lie });",
  'read-only':
    "Object.defineProperty(Error, 'prepareStackTrace', { configurable: true, value: lie }); Object.defineProperty(Error, 'stackTraceLimit', { writable: false });",
  frozen: 'Object.freeze(Error);',
  'frozen-with-formatter': 'Error.prepareStackTrace = lie; Object.freeze(Error);',
  fixed: "Object.defineProperty(Error, 'prepareStackTrace', { get: lie });",
};

/** Their bodies, by name. */
export const ERROR_CHANGERS: ReadonlyMap<string, string> = new Map(
  Object.entries(CHANGES).map(([name, change]) => [`error-${name}`, changer(change)]),
);
